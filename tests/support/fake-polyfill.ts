import { fakeBrowser } from 'wxt/testing/fake-browser';

/** Stands in for webextension-polyfill in unit tests: every test sees the one fake browser. */
export default fakeBrowser;
