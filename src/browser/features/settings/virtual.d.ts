/**
 * Addresses of style sheets that are made while building: the settings panel's own, and those for all looks beyond size
 * and theme.
 */
declare module 'virtual:settings-styles' {
  const address: string;
  export default address;
}
declare module 'virtual:more-styles' {
  const address: string;
  export default address;
}
