/** The address of a notice's style sheet, which is made while building; empty where the styles stand in the page. */
declare module 'virtual:notice-styles' {
  const address: string;
  export default address;
}
