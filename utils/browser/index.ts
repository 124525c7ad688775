/** The browser's API, in one place: what differs between browsers is asked here as "can we?", nowhere else. */
import browser from 'webextension-polyfill';

export { browser };
