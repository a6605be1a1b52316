/** The address of the reading guide's style sheet, which is made while building. */
declare module 'virtual:guide-styles' {
  const address: string;
  export default address;
}
