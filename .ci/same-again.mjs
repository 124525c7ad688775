/**
 * Builds once more, from a copy of the sources in another folder, and compares every byte: what a store's reviewer
 * builds is what was handed in (safety RV-04). Nothing of a machine, a path or an instant may stand in a package.
 */
import { createHash } from 'node:crypto';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { ROOT, run, tool } from './project.mjs';

/** Not needed to build, or made by it. */
const LEFT_OUT = new Set(['node_modules', '.output', '.wxt', '.git', 'docs', 'tests', 'coverage']);

/** Chrome's and Edge's packages are built from the same files in the same way: one of them is enough. */
const BROWSERS = { chrome: 'chrome-mv3', firefox: 'firefox-mv3' };

/** The SHA-256 of every file of a folder, by its path within. */
export function digestsOf(folder) {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  const digests = files.map((entry) => {
    const file = join(entry.parentPath ?? entry.path, entry.name);
    return [relative(folder, file), createHash('sha256').update(readFileSync(file)).digest('hex')];
  });
  return Object.fromEntries(digests);
}

/** Files that one folder has not, or has otherwise than the other. */
export function differencesBetween(one, other) {
  const [a, b] = [digestsOf(one), digestsOf(other)];
  return [...new Set([...Object.keys(a), ...Object.keys(b)])]
    .filter((file) => a[file] !== b[file])
    .toSorted();
}

function copySources(folder) {
  for (const name of readdirSync(ROOT))
    if (!LEFT_OUT.has(name)) cpSync(join(ROOT, name), join(folder, name), { recursive: true });
  symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'), 'junction');
}

async function differencesFor(browser, output, folder) {
  const build = [...tool('wxt'), 'build', '-b', browser, '--mv3'];
  const { code, output: said } = await run(build, { cwd: folder, env: { NODE_ENV: 'production' } });
  if (code !== 0) return [`${browser} cannot be built again:\n${said.slice(-2_000)}`];
  const again = join(folder, '.output', BROWSERS[browser]);
  return differencesBetween(output, again).map((file) => `${browser}: ${file}`);
}

/** The built packages below `root` are what another build gives. */
export async function builtTheSameAgain(root) {
  const folder = mkdtempSync(join(tmpdir(), 'throughline-again-'));
  try {
    copySources(folder);
    const different = [];
    for (const [browser, output] of Object.entries(BROWSERS))
      different.push(...(await differencesFor(browser, join(root, output), folder)));
    if (different.length === 0) return { passed: 1, failed: 0, note: 'built twice, the same bytes' };
    return { passed: 0, failed: 1, cause: `Two builds differ:\n${different.join('\n')}` };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
