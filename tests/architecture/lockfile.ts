import * as v from 'valibot';

const text = v.optional(v.string());
const EntrySchema = v.object({
  version: text,
  resolved: text,
  integrity: text,
  link: v.optional(v.boolean()),
  dev: v.optional(v.boolean()),
  optional: v.optional(v.boolean()),
  os: v.optional(v.array(v.string())),
  hasInstallScript: v.optional(v.boolean()),
});
type Entry = v.InferOutput<typeof EntrySchema>;

const LockSchema = v.object({ lockfileVersion: v.literal(3), packages: v.record(v.string(), EntrySchema) });
const NamesSchema = v.optional(v.record(v.string(), v.string()), {});
const PackageSchema = v.object({
  dependencies: NamesSchema,
  devDependencies: NamesSchema,
  allowScripts: v.optional(v.record(v.string(), v.boolean()), {}),
});

const EXACT = /^\d+\.\d+\.\d+(?:-[\w.]+)?$/;
const SHA512 = /^sha512-[A-Za-z0-9+/]{86}==$/;

const nameOf = (path: string): string => path.replace(/^.*node_modules\//, '');

/** Is it the address that every registry gives that version's file? From anywhere else nobody has looked at it. */
function isRegistryFile(address: string, name: string, version: string): boolean {
  const path = `/${name}/-/${name.split('/').at(-1)}-${version}.tgz`;
  const url = URL.parse(address);
  return url?.protocol === 'https:' && decodeURIComponent(url.pathname).endsWith(path);
}

/**
 * Another system's program of a tool: npm writes no checksum for what it did not fetch where the lockfile was made. It
 * is never installed there, and nothing of it is shipped.
 */
const isOfAnotherSystem = ({ dev, optional, os }: Entry): boolean =>
  dev === true && optional === true && os !== undefined;

function faultsOf(path: string, entry: Entry, scripts: Record<string, boolean>): string[] {
  const name = nameOf(path);
  const { version = '', resolved, integrity, link, hasInstallScript } = entry;
  const faults = [
    !path.includes('node_modules/') || link ? 'is a folder, not a package' : '',
    EXACT.test(version) ? '' : `has no exact version: ${version}`,
    resolved === undefined || isRegistryFile(resolved, name, version)
      ? ''
      : `comes from elsewhere: ${resolved}`,
    integrity === undefined && !isOfAnotherSystem(entry) ? 'has no checksum' : '',
    integrity !== undefined && !SHA512.test(integrity) ? 'has a weak checksum' : '',
    hasInstallScript && !scripts[name] ? 'runs a script when it is installed' : '',
  ];
  return faults.filter(Boolean).map((fault) => `${path} ${fault}`);
}

/**
 * What is wrong with a lockfile: what is not from the registry, not of one exact version, without a checksum, or runs a
 * script that package.json does not allow by name.
 */
export function lockfileFaults(lock: unknown, packageJson: unknown): string[] {
  const { packages } = v.parse(LockSchema, lock);
  const { dependencies, devDependencies, allowScripts } = v.parse(PackageSchema, packageJson);
  const asked = Object.entries({ ...dependencies, ...devDependencies });
  return [
    ...asked
      .filter(([, version]) => !EXACT.test(version))
      .map(([name, version]) => `package.json asks for ${name} ${version}, not for one version`),
    ...asked
      .filter(([name, version]) => packages[`node_modules/${name}`]?.version !== version)
      .map(([name, version]) => `package-lock.json has not ${name} ${version}`),
    ...Object.entries(packages).flatMap(([path, entry]) =>
      path === '' ? [] : faultsOf(path, entry, allowScripts),
    ),
  ];
}
