import 'fake-indexeddb/auto';
import { beforeEach } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { englishMessage } from './english-messages';

// Modules take the browser when they are first imported, after this file.
Object.assign(globalThis, { browser: fakeBrowser });

// Every test starts with a browser that has no listeners, no storage and no tabs, and that speaks English.
beforeEach(() => {
  fakeBrowser.reset();
  Object.assign(fakeBrowser.i18n, {
    getMessage: englishMessage,
    getUILanguage: () => 'en',
  });
  Object.assign(fakeBrowser.runtime, {
    getURL: (path: string) => `chrome-extension://test-extension-id/${path.replace(/^\//, '')}`,
  });
});
