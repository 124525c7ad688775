import { describe, expect, test } from 'vitest';
import { NOTICE, noticeText, shippedPackages, strangeLicences } from '../../.ci/third-party.mjs';
import { lockfileFaults } from './lockfile';
import { parse, productCode, textOf, walk } from './source-files';
import ts from 'typescript';

const lock = JSON.parse(textOf('package-lock.json'));
const packageJson = JSON.parse(textOf('package.json'));

describe('the lockfile (RV-05)', () => {
  test('names one version of everything, from the registry, with its checksum, and no script but the allowed', () => {
    expect(lockfileFaults(lock, packageJson)).toEqual([]);
  });

  const integrity = `sha512-${'A'.repeat(86)}==`;
  const faultsWith = (entry: object, asked = '1.0.0') =>
    lockfileFaults(
      {
        lockfileVersion: 3,
        packages: { '': {}, 'node_modules/@a/one': { version: '1.0.0', integrity, ...entry } },
      },
      { dependencies: { '@a/one': asked }, allowScripts: { two: true } },
    );

  test.each([
    ['no checksum', { integrity: undefined }, 'has no checksum'],
    ['a checksum that can be forged', { integrity: 'sha1-AAAA' }, 'has a weak checksum'],
    ['a repository', { resolved: 'git+ssh://git@host.example/a/one.git#1' }, 'comes from elsewhere'],
    [
      'an address without TLS',
      { resolved: 'http://host.example/@a/one/-/one-1.0.0.tgz' },
      'comes from elsewhere',
    ],
    [
      "another package's file",
      { resolved: 'https://host.example/@b/one/-/one-1.0.0.tgz' },
      'comes from elsewhere',
    ],
    ['a folder', { link: true }, 'is a folder'],
    ['a script', { hasInstallScript: true }, 'runs a script'],
    ["another system's file that is shipped", { integrity: undefined, os: ['darwin'] }, 'has no checksum'],
  ])('with %s is refused', (_, entry, fault) => {
    expect(faultsWith(entry).join()).toContain(fault);
  });

  test('is refused where package.json asks for a range, a repository, or another version', () => {
    for (const asked of ['^1.0.0', 'github:a/one', '2.0.0']) expect(faultsWith({}, asked)).not.toEqual([]);
    expect(faultsWith({})).toEqual([]);
    expect(faultsWith({ resolved: 'https://host.example/@a/one/-/one-1.0.0.tgz' })).toEqual([]);
  });
});

describe('what is shipped of others (RV-05)', () => {
  test('is named with its licence in every package: after a change, run node .ci/third-party.mjs', () => {
    expect(textOf(NOTICE)).toBe(noticeText());
  });

  test('is under licences that allow it', () => {
    expect(strangeLicences(shippedPackages())).toEqual([]);
  });

  test.each(['GPL-3.0-only', '(MIT OR GPL-3.0)', undefined])(
    'a licence nobody looked at is found: %s',
    (license) => {
      const packages = { '': { license: 'MIT' }, 'node_modules/a': { version: '1.0.0', license } };
      expect(strangeLicences(shippedPackages({ packages }))).toMatchObject([{ name: 'a' }]);
    },
  );

  test('is all that our code imports', () => {
    const named = new Set(shippedPackages().map(({ name }) => name));
    expect(importedPackages().filter((name) => !named.has(name))).toEqual([]);
    expect(importedPackages()).toContain('dexie');
  });
});

/** The packages that the product's code imports as values. */
function importedPackages(): string[] {
  const found = new Set<string>();
  for (const file of productCode()) {
    walk(parse(file), (node) => {
      if (!ts.isImportDeclaration(node) || node.importClause?.isTypeOnly) return;
      const from = node.moduleSpecifier.getText().slice(1, -1);
      const name = /^(?![.]|@\/)(?:@[^/]+\/)?[^/]+/.exec(from)?.[0];
      if (name) found.add(name);
    });
  }
  return [...found];
}
