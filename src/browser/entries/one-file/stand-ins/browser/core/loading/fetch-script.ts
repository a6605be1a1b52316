/** All scripts are in the one file, and none is fetched. */
export const fetchScript = undefined;
