// Our pages speak to the browser through Mozilla's polyfill: one way of promising and of failing in both browsers.
// The background and the scripts in web pages do without its 10 kB: they are started too often.
export { default as browser } from 'webextension-polyfill';
