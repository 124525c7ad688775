import { readdirSync } from 'node:fs';
import { basename } from 'node:path';
import { describe, expect, test } from 'vitest';
import { pathsIn, PRODUCT, ROOT, textOf } from './source-files';

const TOP_FOLDERS = ['.ci', 'components', 'docs', 'entrypoints', 'public', 'storage', 'tests', 'utils'];
/** Made by tools and ignored by git. */
const MADE = ['.bench', '.git', '.output', '.shots', '.wxt', 'coverage', 'node_modules'];
const TOP_FILES = [
  '.dependency-cruiser.d.mts',
  '.dependency-cruiser.mjs',
  '.gitignore',
  '.oxfmtrc.json',
  '.oxlintrc.json',
  'CHANGELOG.md',
  'LICENSE',
  'PRIVACY.md',
  'README.md',
  'SECURITY.md',
  'knip.json',
  'package-lock.json',
  'package.json',
  'playwright.config.ts',
  'tsconfig.json',
  'vitest.config.ts',
  'web-ext.config.ts', // ignored by git: each developer's own
  'wxt.config.ts',
];

/** Every room of every folder. A new room is added here and named in the commit's body with its purpose. */
const ROOMS: Record<string, string[]> = {
  entrypoints: [
    'ask.content',
    'background',
    'capture.content',
    'desk',
    'glimpse',
    'hold.content',
    'marks.content',
    'near.content',
    'popup',
    'sidepanel',
    'teach.content',
  ],
  components: ['charts', 'icons', 'item', 'priority-list', 'ui'],
  storage: ['inventory', 'lock', 'migrations', 'settings', 'sync', 'transfer'],
  utils: ['browser', 'flow', 'i18n', 'messaging', 'model', 'priority', 'quick-add', 'recognisers'],
  tests: ['architecture', 'bench', 'e2e', 'faults', 'integration', 'pages', 'shots', 'support'],
  public: ['_locales', 'icon'],
};

/** Files that may stand beside the rooms of a folder. */
const BESIDE: Record<string, string[]> = { components: ['theme.css'], public: ['third-party.txt'] };

const EMPTY_NAMES = [
  'common',
  'core',
  'data',
  'handler',
  'handlers',
  'helper',
  'helpers',
  'info',
  'lib',
  'manager',
  'misc',
  'util',
  'utils',
];
const EMPTY_ENDINGS = ['helper', 'helpers', 'manager', 'handler', 'handlers', 'util', 'utils', 'misc'];
const KEBAB = /^[a-z0-9]+(-[a-z0-9]+)*$/;

const stem = (path: string) => basename(path).split('.')[0] ?? '';

function saysNothing(path: string): boolean {
  const name = stem(path);
  return EMPTY_NAMES.includes(name) || EMPTY_ENDINGS.includes(name.split('-').at(-1) ?? '');
}

const entriesOf = (folder: string) => readdirSync(`${ROOT}/${folder}`, { withFileTypes: true });

describe('layout', () => {
  test('the top level holds the given folders and nothing else', () => {
    const folders = entriesOf('.').filter((entry) => entry.isDirectory());
    const strange = folders
      .map((entry) => entry.name)
      .filter((name) => ![...TOP_FOLDERS, ...MADE].includes(name));
    expect(
      strange,
      'move these folders into entrypoints, components, storage, utils, tests or public',
    ).toEqual([]);
  });

  test('the top level holds no loose file', () => {
    const files = entriesOf('.').filter((entry) => entry.isFile() && !entry.name.endsWith('.log'));
    const strange = files.map((entry) => entry.name).filter((name) => !TOP_FILES.includes(name));
    expect(strange, 'move these files into a folder, or add a tool configuration to TOP_FILES').toEqual([]);
  });

  test.each(Object.entries(ROOMS))('%s holds only the rooms that are listed', (folder, rooms) => {
    const strange = entriesOf(folder)
      .filter((entry) => entry.isDirectory() && !rooms.includes(entry.name))
      .map((entry) => `${folder}/${entry.name}`);
    expect(
      strange,
      'put the files into a listed room, or add the room to ROOMS and say why in the commit',
    ).toEqual([]);
  });

  test.each(Object.keys(ROOMS))('%s holds no loose file', (folder) => {
    const loose = entriesOf(folder)
      .filter((entry) => entry.isFile() && !(BESIDE[folder] ?? []).includes(entry.name))
      .map((entry) => `${folder}/${entry.name}`);
    expect(loose, 'move these files into a room').toEqual([]);
  });

  test('file names are kebab-case and say what is inside', () => {
    const files = pathsIn([...PRODUCT, 'tests']).filter(
      (path) => !path.startsWith('tests/pages/') && !path.includes('.samples/'),
    );
    expect(files.length).toBeGreaterThan(0);
    expect(
      files.filter((path) => !KEBAB.test(stem(path))),
      'rename to kebab-case',
    ).toEqual([]);
    expect(files.filter(saysNothing), 'name the file after what it gives').toEqual([]);
  });

  test('no code file is longer than 300 lines', () => {
    const long = pathsIn([...PRODUCT, 'tests', '.ci'])
      .filter((path) => /\.(tsx?|mjs|css)$/.test(path) && textOf(path).split('\n').length > 301)
      .map((path) => `${path}: ${textOf(path).split('\n').length - 1} lines`);
    expect(long, 'look for the seam and split').toEqual([]);
  });

  test('a name that says nothing is noticed', () => {
    expect(
      ['utils/model/helpers.ts', 'storage/inventory/item-manager.ts', 'utils/flow/info.ts'].filter(
        saysNothing,
      ),
    ).toHaveLength(3);
    expect(saysNothing('utils/recognisers/structured-data.ts')).toBe(false);
  });
});
