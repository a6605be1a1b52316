/** The address of the settings panel's style sheet, made while building. */
declare module 'virtual:settings-styles' { const address: string; export default address; }
