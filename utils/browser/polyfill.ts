/** Gives a page of the extension a `browser` with promises where it has none of its own: its first import. */
import polyfill from 'webextension-polyfill';

if (!Reflect.has(globalThis, 'browser')) Object.assign(globalThis, { browser: polyfill });
