import { fakeBrowser } from 'wxt/testing/fake-browser';

/** Stands in for webextension-polyfill in unit tests: every test sees the one fake browser. */
// The polyfill's own form.
// oxlint-disable-next-line import/no-default-export
export default fakeBrowser;
