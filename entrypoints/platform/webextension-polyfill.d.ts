// The polyfill brings no types; those of WXT describe the same interface.
declare module 'webextension-polyfill' {
  import type { browser } from 'wxt/browser';

  const polyfill: typeof browser;
  // oxlint-disable-next-line import/no-default-export -- that is how the package exports it.
  export default polyfill;
}
