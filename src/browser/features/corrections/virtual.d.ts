declare module 'virtual:changes-styles' {
  const address: string;
  export default address;
}
