/**
 * The browser's API, in one place: what differs between browsers is asked here as "can we?", nowhere else.
 * Chromium from 148 and Firefox have `browser` themselves; where a context might not, `polyfill.ts` is its first import.
 * Surfaces leave it out: it would be a quarter of what they load before their first paint.
 */
import type { Browser } from 'webextension-polyfill';

export const { browser } = globalThis as unknown as { browser: Browser }; // set by the browser or by polyfill.ts
