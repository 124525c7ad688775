import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

type Files = Record<string, string>;

const manifest = (name: string, rest: object): string =>
  JSON.stringify({ manifest_version: 3, name, version: '1', ...rest });

/** The least that can be called a sidebar: a command puts an empty frame of the extension into the page. */
const SIDEBAR: Files = {
  'manifest.json': manifest('floor-sidebar', {
    permissions: ['scripting', 'tabs', 'storage'],
    host_permissions: ['http://*/*'],
    background: { service_worker: 'worker.js' },
    commands: { 'toggle-sidebar': { description: 'sidebar' } },
    action: { default_popup: 'popup.html' },
    web_accessible_resources: [
      { resources: ['sidebar.html'], matches: ['http://*/*'], use_dynamic_url: true },
    ],
  }),
  'worker.js': `chrome.commands.onCommand.addListener((_, tab) =>
  chrome.scripting.executeScript({ target: { tabId: tab.id }, files: ['inject.js'], injectImmediately: true }));
chrome.runtime.onMessage.addListener((message, _, reply) => { reply(message); });`,
  'inject.js': `(() => {
  const host = document.createElement('floor-sidebar');
  host.style.cssText = 'all:initial;position:fixed;inset:0 0 0 auto;width:360px;z-index:2147483647';
  const frame = document.createElement('iframe');
  frame.style.cssText = 'width:100%;height:100%;border:0';
  frame.src = chrome.runtime.getURL('sidebar.html');
  host.attachShadow({ mode: 'closed' }).append(frame);
  document.documentElement.append(host);
})();`,
  'sidebar.html': '<!doctype html><title>Floor</title><p>Floor</p>',
  'popup.html': '<!doctype html><title>Floor</title><button>Floor</button>',
};

/** The least that runs in every page: shows that the instruments see an extension's script at all. */
const PAGE_SCRIPT: Files = {
  'manifest.json': manifest('floor-page-script', {
    content_scripts: [{ matches: ['http://*/*'], js: ['page.js'] }],
  }),
  'page.js': '0;',
};

export type Floors = { sidebar: string; pageScript: string; remove(): void };

/** Writes the throwaway extensions that give the floors, into a temporary folder. */
export function writeFloors(): Floors {
  const folder = mkdtempSync(join(tmpdir(), 'throughline-floors-'));
  const write = (name: string, files: Files) => {
    for (const [file, text] of Object.entries(files)) {
      const path = join(folder, name, file);
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, text);
    }
    return join(folder, name);
  };
  return {
    sidebar: write('sidebar', SIDEBAR),
    pageScript: write('page-script', PAGE_SCRIPT),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
