/** The address of the panel's style sheet, which is made while building. */
declare module 'virtual:panel-styles' {
  const address: string;
  export default address;
}
declare module 'virtual:highlights-styles' {
  const address: string;
  export default address;
}
