/** The address of the settings panel's style sheet, which is made while building. */
declare module 'virtual:settings-styles' {
  const address: string;
  export default address;
}
