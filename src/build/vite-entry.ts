/** All that a build loads through Vite, in one go: the elements can be defined only once. */
export * as formats from './format-registry.js';
export * as pages from './prerender.js';
