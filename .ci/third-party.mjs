/**
 * The licences of what is shipped and not ours. `node .ci/third-party.mjs` writes them, each with its text, into
 * public/third-party.txt, which lies in every package; a test holds the file to what package-lock.json says.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ROOT } from './project.mjs';

/** Where the notice lies, from the root. */
export const NOTICE = 'public/third-party.txt';

/** What may be shipped within an MIT package without more than naming it. */
const ALLOWED = new Set([
  '0BSD',
  'Apache-2.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'CC0-1.0', // Given to everybody.
  'ISC',
  'MIT',
  'MPL-2.0', // Its files stay theirs, unchanged; their source is named.
]);

/** Needed only to build, but some lines of it stand in every entrypoint. */
const WOVEN_IN = ['wxt'];

const read = (...path) => readFileSync(join(ROOT, ...path), 'utf8');

/** What is shipped: `[{ name, version, license }]`, by name. */
export function shippedPackages(lock = JSON.parse(read('package-lock.json'))) {
  return Object.entries(lock.packages)
    .filter(([path]) => path !== '')
    .map(([path, entry]) => ({ ...entry, name: path.replace(/^.*node_modules\//, '') }))
    .filter(({ name, dev, devOptional }) => (!dev && !devOptional) || WOVEN_IN.includes(name))
    .map(({ name, version, license = 'none' }) => ({ name, version, license }))
    .toSorted((a, b) => (a.name < b.name ? -1 : 1));
}

/** Those whose licence nobody has looked at. */
export const strangeLicences = (packages) => packages.filter(({ license }) => !ALLOWED.has(license));

/** The notice as it should be now. Reads the texts from node_modules. */
export function noticeText() {
  const parts = shippedPackages().map(({ name, version, license }) =>
    [`${name} ${version} (${license})`, sourceOf(name), ...textsOf(name)].filter(Boolean).join('\n\n'),
  );
  const head =
    'Throughline is made with the work of others. Each part is used unchanged, under its own licence.';
  return `${[head, ...parts].join(`\n\n${'-'.repeat(80)}\n\n`)}\n`;
}

/** Where the source can be had, as MPL-2.0 asks for. */
function sourceOf(name) {
  const { repository, homepage } = JSON.parse(read('node_modules', name, 'package.json'));
  const given = typeof repository === 'string' ? repository : repository?.url;
  const short = given?.match(/^(?:git\+|git:|ssh:|https?:)*(?:\/\/)?(?:git@)?([\w.-]+)[/:](.+?)(?:\.git)?$/);
  if (short && short[1].includes('.')) return `https://${short[1]}/${short[2]}`;
  return given ? `https://github.com/${given.replace(/^github:/, '')}` : homepage;
}

function textsOf(name) {
  const files = readdirSync(join(ROOT, 'node_modules', name)).filter((file) =>
    /^(licen[cs]e|notice)/i.test(file),
  );
  return files.toSorted().map((file) => read('node_modules', name, file).replaceAll('\r', '').trim());
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href)
  writeFileSync(join(ROOT, NOTICE), noticeText());
