import { readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Plugin } from 'vite';
import { defineConfig } from 'wxt';

/** Every resource of an extension page comes from the package; nothing else may load, run or leave. */
const EXTENSION_PAGES =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; " +
  "connect-src 'self'; base-uri 'none'; form-action 'none'; object-src 'none'; " +
  "require-trusted-types-for 'script'; trusted-types 'none'";

/**
 * In place of Vite's own, which looks for scripts and styles to load beside a script that is loaded later: ours lie
 * in the package, and each surface has all of its styles from the start. 1.5 KB less before the first paint.
 */
const importAsItIs: Plugin = {
  name: 'throughline:import-as-it-is',
  enforce: 'pre',
  load: (id) =>
    id === '\0vite/preload-helper.js' ? 'export const __vitePreload = (load) => load();' : undefined,
};

/** In place of an object with the path of every recogniser, which nobody reads: their list alone. 4 KB less in each page. */
const listOfTools: Plugin = {
  name: 'throughline:list-of-tools',
  enforce: 'pre',
  transform(code, id) {
    if (!id.endsWith('/utils/recognisers/tools.ts')) return undefined;
    const folder = resolve('utils/recognisers/tools');
    const files = readdirSync(folder)
      .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
      .toSorted();
    const imports = files.map((file, place) => `import { recogniser as t${place} } from './tools/${file}';`);
    const list = `[${files.map((_, place) => `t${place}`).join(', ')}]`;
    return `${imports.join('\n')}\n${code.replace(/import\.meta\.glob[^;]*;/, `${list};`)}`;
  },
};

export default defineConfig({
  imports: false,
  manifestVersion: 3,
  hooks: {
    // Built together, the surfaces would share ten small files; built apart, each loads one script and one stylesheet.
    'entrypoints:grouped': (_, groups) => {
      const apart = groups.flatMap((group): typeof groups =>
        Array.isArray(group) ? group.map((each) => [each]) : [group],
      );
      groups.splice(0, groups.length, ...apart);
    },
  },
  vite: () => ({
    plugins: [importAsItIs, listOfTools],
    resolve: {
      alias: [
        // The build for browsers of today: 12 KB less than the default one.
        { find: /^dexie$/, replacement: 'dexie/dist/modern/dexie.min.mjs' },
        // WXT's own tells every page, by an event with our id, that our script has started. Ours says nothing.
        {
          find: 'wxt/utils/content-script-context',
          replacement: resolve('entrypoints/capture.content/silent-context.ts'),
        },
      ],
    },
    build: { modulePreload: false, cssCodeSplit: false },
  }),
  targetBrowsers: ['chrome', 'edge', 'firefox'],
  manifest: ({ browser }) => {
    const isFirefox = browser === 'firefox';
    return {
      name: '__MSG_extension_name__',
      short_name: '__MSG_extension_name__',
      description: '__MSG_extension_description__',
      default_locale: 'en',
      ...(isFirefox ? {} : { minimum_chrome_version: '148' }),
      permissions: [
        'storage',
        'unlimitedStorage',
        'activeTab',
        'scripting',
        'alarms',
        'contextMenus',
        ...(isFirefox ? [] : ['sidePanel', 'declarativeContent']),
      ],
      optional_permissions: ['notifications', 'downloads', 'idle'],
      optional_host_permissions: ['https://*/*', 'http://*/*'],
      icons: { 16: 'icon/16.png', 32: 'icon/32.png', 48: 'icon/48.png', 128: 'icon/128.png' },
      action: { default_icon: { 16: 'icon/16.png', 32: 'icon/32.png' } },
      commands: {
        capture: { description: '__MSG_command_capture__', suggested_key: { default: 'Alt+Shift+K' } },
        'toggle-sidebar': {
          description: '__MSG_command_toggle_sidebar__',
          suggested_key: { default: 'Alt+Shift+J' },
        },
      },
      omnibox: { keyword: 'tl' },
      ...(isFirefox ? {} : { externally_connectable: { ids: [] } }),
      incognito: 'not_allowed',
      web_accessible_resources: [
        {
          resources: ['sidepanel.html', 'glimpse.html'],
          matches: ['http://*/*', 'https://*/*'],
          ...(isFirefox ? {} : { use_dynamic_url: true }),
        },
      ],
      content_security_policy: { extension_pages: EXTENSION_PAGES },
      ...(isFirefox && {
        browser_specific_settings: {
          gecko: {
            id: 'throughline@throughline.example',
            strict_min_version: '140.0',
            data_collection_permissions: { required: ['none'] },
          },
          gecko_android: { strict_min_version: '142.0' },
        },
      }),
    };
  },
});
