/**
 * Who may import whom. DESIGN: a page's code never reaches the database, the background never reaches the
 * interface, the model knows nothing above it. tests/architecture/import-rules.test.ts plants a violation of
 * every rule below and sees it fail; a rule without a planted violation fails that test.
 */

const TEST = '\\.test\\.tsx?$';

/** Rooms of pure logic: they know the model and themselves; each entry adds the packages it may use. */
const PURE_ROOMS = {
  flow: '',
  priority: '|^node_modules/fractional-indexing/',
  recognisers: '',
  'quick-add': '|^node_modules/chrono-node/',
};

const pureRooms = Object.entries(PURE_ROOMS).map(([room, packages]) => ({
  name: `${room}-is-pure`,
  severity: 'error',
  comment: `utils/${room} imports utils/model and itself, so that anyone can run it anywhere.`,
  from: { path: `^utils/${room}/`, pathNot: TEST },
  to: { pathNot: `^utils/(model|${room})/|^node_modules/valibot/${packages}` },
}));

export default {
  forbidden: [
    {
      name: 'everything-resolves',
      severity: 'error',
      comment: 'An import that does not resolve is not checked by any other rule: mend it first.',
      from: {},
      to: { couldNotResolve: true },
    },
    {
      name: 'no-circular',
      severity: 'error',
      comment: 'Take what both files need into a third one.',
      from: {},
      to: { circular: true },
    },
    {
      name: 'model-imports-only-valibot',
      severity: 'error',
      comment: 'utils/model is the ground: it knows the schema library and itself.',
      from: { path: '^utils/model/', pathNot: TEST },
      to: { pathNot: '^utils/model/|^node_modules/valibot/' },
    },
    ...pureRooms,
    {
      name: 'utils-know-nothing-above',
      severity: 'error',
      comment: 'utils is below storage, components and entrypoints: hand the thing in as an argument.',
      from: { path: '^utils/' },
      to: { path: '^(components|storage|entrypoints)/' },
    },
    {
      name: 'storage-has-no-ui',
      severity: 'error',
      comment: 'storage serves data; words and views belong to the surfaces.',
      from: { path: '^storage/' },
      to: { path: '^(components|entrypoints)/|^utils/i18n/|^node_modules/(preact|@preact)/' },
    },
    {
      name: 'components-are-pure',
      severity: 'error',
      comment: 'Components take props and give callbacks. From other rooms they may import types only.',
      from: { path: '^components/', pathNot: TEST },
      to: { path: '^utils/', pathNot: '^utils/(model|i18n)/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'components-know-nothing-above',
      severity: 'error',
      comment: 'Hand data and callbacks in as props.',
      from: { path: '^components/' },
      to: { path: '^(storage|entrypoints)/|^node_modules/(dexie|webextension-polyfill)/' },
    },
    {
      name: 'page-code-never-reaches-storage',
      severity: 'error',
      comment:
        "A content script runs on the site's origin: the database opened there would be the site's own.",
      from: { path: '^entrypoints/[^/]+\\.content/' },
      to: { path: '^storage/|^node_modules/dexie/', reachable: true },
    },
    {
      name: 'surfaces-never-reach-the-database',
      severity: 'error',
      comment: 'Only the background opens the database. A surface sends commands and watches views.',
      from: { path: '^entrypoints/', pathNot: '^entrypoints/(background|[^/]+\\.content)/' },
      to: { path: '^storage/inventory/|^node_modules/dexie/', reachable: true },
    },
    {
      name: 'background-has-no-ui',
      severity: 'error',
      comment: 'The background runs in a worker without a document: no components, no Preact.',
      from: { path: '^entrypoints/background/', pathNot: TEST },
      to: { path: '^components/|^node_modules/(preact|@preact)/', reachable: true },
    },
    {
      name: 'entrypoints-are-roots',
      severity: 'error',
      comment:
        'Nobody imports an entrypoint: move what is shared into a room of utils, storage or components.',
      from: { pathNot: '^(entrypoints|tests)/' },
      to: { path: '^entrypoints/' },
    },
    {
      name: 'entrypoints-are-strangers',
      severity: 'error',
      comment: 'One entrypoint never imports another: move what is shared into a room.',
      from: { path: '^entrypoints/([^/]+)/' },
      to: { path: '^entrypoints/', pathNot: '^entrypoints/$1/' },
    },
    {
      name: 'the-polyfill-has-one-door',
      severity: 'error',
      comment: "Import { browser } from '@/utils/browser', so that leaving the polyfill is one change.",
      from: { pathNot: '^utils/browser/' },
      to: { path: '^node_modules/webextension-polyfill/' },
    },
    {
      name: 'dexie-stays-in-storage',
      severity: 'error',
      comment: 'Every read and write of the inventory is in storage/.',
      from: { pathNot: '^storage/' },
      to: { path: '^node_modules/dexie/' },
    },
    {
      name: 'product-never-imports-tests',
      severity: 'error',
      comment: 'What the product needs does not live in tests.',
      from: { pathNot: `^tests/|${TEST}` },
      to: { path: `^tests/|${TEST}` },
    },
    {
      name: 'product-uses-shipped-packages',
      severity: 'error',
      comment: 'Product code imports dependencies, not development tools (but for what WXT builds in).',
      from: { path: '^(entrypoints|components|storage|utils)/', pathNot: TEST },
      to: { dependencyTypes: ['npm-dev'], pathNot: '^node_modules/(wxt|@types)/' },
    },
  ],
  options: {
    tsPreCompilationDeps: true,
    // Not the root tsconfig: its @/ paths would not resolve and every rule would pass while checking nothing.
    tsConfig: { fileName: '.wxt/tsconfig.json' },
    doNotFollow: { path: 'node_modules' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'types', 'default'],
      extensions: ['.ts', '.tsx', '.d.ts', '.js', '.mjs', '.json', '.css'],
    },
  },
};
