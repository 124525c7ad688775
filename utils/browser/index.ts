/**
 * The browser's API, in one place: what differs between browsers is asked here as "can we?", nowhere else.
 * Chromium from 148 and Firefox have `browser` themselves, in every page of an extension, in its worker and in its
 * scripts in web pages. Only the desk, which has room, brings the polyfill along; elsewhere it would be 10 KB that nothing runs.
 */
import type { Browser } from 'webextension-polyfill';

export const { browser } = globalThis as unknown as { browser: Browser }; // set by the browser or by polyfill.ts
