import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import config from '../../.dependency-cruiser.mjs';
import { ROOT } from './source-files';

/** For every rule: a file that breaks it, and the lines that do. */
const PLANTED: Record<string, { file: string; text: string }> = {
  'everything-resolves': { file: 'utils/i18n/lost.ts', text: "import './nowhere';" },
  'no-circular': { file: 'utils/messaging/a.ts', text: "import './b';" },
  'model-imports-only-valibot': { file: 'utils/model/bad.ts', text: "import '@/utils/browser';" },
  'flow-is-pure': { file: 'utils/flow/bad.ts', text: "import '@/utils/messaging/good';" },
  'priority-is-pure': {
    file: 'utils/priority/bad.ts',
    text: "import type { Good } from '@/utils/flow/good';\nexport type B = Good;",
  },
  'recognisers-is-pure': { file: 'utils/recognisers/bad.ts', text: "import '@/utils/browser';" },
  'quick-add-is-pure': { file: 'utils/quick-add/bad.ts', text: "import '@/utils/i18n/good';" },
  'utils-know-nothing-above': { file: 'utils/browser/bad.ts', text: "import '@/storage/inventory/good';" },
  'storage-has-no-ui': { file: 'storage/inventory/bad.ts', text: "import '@/utils/i18n/good';" },
  'components-are-pure': { file: 'components/ui/bad.tsx', text: "import '@/utils/messaging/good';" },
  'components-know-nothing-above': {
    file: 'components/ui/worse.tsx',
    text: "import '@/storage/settings/good';",
  },
  'page-code-never-reaches-storage': {
    file: 'entrypoints/capture.content/index.ts',
    text: "import '@/utils/browser/bad';",
  },
  'surfaces-never-reach-the-database': {
    file: 'entrypoints/popup/main.ts',
    text: "import '@/utils/browser/bad';",
  },
  'background-has-no-ui': {
    file: 'entrypoints/background/index.ts',
    text: "import '@/utils/messaging/draws';",
  },
  'entrypoints-are-roots': { file: 'utils/messaging/root.ts', text: "import '@/entrypoints/popup/main';" },
  'entrypoints-are-strangers': {
    file: 'entrypoints/desk/main.ts',
    text: "import '@/entrypoints/popup/main';",
  },
  'the-polyfill-has-one-door': { file: 'utils/messaging/door.ts', text: "import 'webextension-polyfill';" },
  'dexie-stays-in-storage': { file: 'utils/messaging/db.ts', text: "import 'dexie';" },
  'product-never-imports-tests': {
    file: 'utils/messaging/tested.ts',
    text: "import '@/tests/support/good';",
  },
  'product-uses-shipped-packages': { file: 'utils/messaging/tool.ts', text: "import 'happy-dom';" },
};

/** Files that break nothing by themselves; the planted ones lead to them. */
const AROUND: Record<string, string> = {
  'utils/messaging/b.ts': "import './a';",
  'utils/messaging/draws.ts': "import 'preact';",
  'utils/messaging/good.ts': 'export const good = 1;',
  'utils/flow/good.ts': "import '@/utils/model/good';\nexport type Good = 1;",
  'utils/model/good.ts': "import * as v from 'valibot';\nexport const good = v.string();",
  'utils/i18n/good.ts': "import '@/utils/browser';",
  'utils/browser/index.ts': "import 'webextension-polyfill';",
  'storage/inventory/good.ts': "import 'dexie';\nimport '@/utils/model/good';",
  'storage/settings/good.ts': 'export const good = 1;',
  'components/ui/good.tsx':
    "import 'preact';\nimport type { Good } from '@/utils/flow/good';\nexport type G = Good;",
  'tests/support/good.ts': 'export const good = 1;',
  '.wxt/tsconfig.json': JSON.stringify({
    include: ['../utils'],
    compilerOptions: { module: 'ESNext', moduleResolution: 'bundler', paths: { '@/*': ['../*'] } },
  }),
};

type Report = {
  modules: { source: string }[];
  summary: { totalCruised: number; violations: { from: string; to: string; rule: { name: string } }[] };
};

const FOLDERS = ['entrypoints', 'components', 'storage', 'utils', 'tests'];

function cruise(root: string): Report {
  // Symbolic links are kept: the planted tree links to the packages of the real one.
  const program = join(ROOT, 'node_modules/.bin/depcruise');
  const run = [
    program,
    '--config',
    '.dependency-cruiser.mjs',
    '--preserve-symlinks',
    '--output-type',
    'json',
    ...FOLDERS,
  ];
  const { stdout, stderr } = spawnSync(process.execPath, run, {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  if (!stdout) throw new Error(`dependency-cruiser gave no report: ${stderr}`);
  // The format of dependency-cruiser's own json reporter.
  return JSON.parse(stdout) as Report;
}

function write(root: string, file: string, text: string): void {
  mkdirSync(dirname(join(root, file)), { recursive: true });
  writeFileSync(join(root, file), `${text}\n`);
}

describe('import rules', () => {
  let root: string;
  let report: Report;

  beforeAll(() => {
    root = mkdtempSync(join(tmpdir(), 'throughline-imports-'));
    for (const file of ['.dependency-cruiser.mjs', 'package.json'])
      cpSync(join(ROOT, file), join(root, file));
    symlinkSync(join(ROOT, 'node_modules'), join(root, 'node_modules'));
    for (const [file, text] of Object.entries(AROUND)) write(root, file, text);
    for (const { file, text } of Object.values(PLANTED)) write(root, file, text);
    report = cruise(root);
  }, 60_000);

  afterAll(() => rmSync(root, { recursive: true, force: true }));

  const rules = config.forbidden.map((rule) => rule.name);

  test.each(rules)('a planted violation is found: %s', (rule) => {
    const planted = PLANTED[rule];
    expect(planted, `plant a violation of ${rule} in PLANTED`).toBeDefined();
    const found = report.summary.violations.filter((violation) => violation.rule.name === rule);
    expect(found.map((violation) => violation.from)).toContain(planted?.file);
  });

  test('files that break nothing are left alone', () => {
    const clean = Object.keys(AROUND).filter((file) => /good|browser\/index/.test(file));
    const accused = report.summary.violations.filter((violation) => clean.includes(violation.from));
    expect(accused.map(({ from, rule }) => `${from}: ${rule.name}`)).toEqual([]);
  });

  test('the product breaks no rule, and its modules are really read', () => {
    const { summary } = cruise(ROOT);
    expect(summary.totalCruised).toBeGreaterThan(20);
    const broken = summary.violations.map(({ from, to, rule }) => `${rule.name}: ${from} → ${to}`);
    expect(broken, 'each rule says in .dependency-cruiser.mjs what to do instead').toEqual([]);
  }, 60_000);
});
