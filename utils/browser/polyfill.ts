/** Gives contexts without a `browser` of their own one with promises. The first import of background and page script. */
import polyfill from 'webextension-polyfill';

if (!Reflect.has(globalThis, 'browser')) Object.assign(globalThis, { browser: polyfill });
