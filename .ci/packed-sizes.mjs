/** What travels: the sizes after packing, which safety RV-10 limits. The unpacked ones are in package-checks.mjs. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { scriptsOf, scriptTagsOf, stylesOf } from './bundle-graph.mjs';

const KB = 1000;
const WORKER = 120 * KB;
/** Each surface, with all that it may ever load. */
const SURFACE = 150 * KB;
const IN_PAGES = 15 * KB;
/** Reads pages: the 115 tools are most of it. Only where something is captured. It may not grow. */
const CAPTURE = 45 * KB;

const packed = (files) =>
  [...new Set(files)].reduce((sum, file) => sum + gzipSync(readFileSync(file)).length, 0);

/** What is packed, how large it is, and how large it may be; bytes. */
function partsOf(output, background) {
  const named = (folder, ending) =>
    readdirSync(join(output, folder))
      .filter((file) => file.endsWith(ending))
      .map((file) => ({ name: file.slice(0, -ending.length), file: join(folder, file) }));
  const surface = (page) => [
    ...[page, ...stylesOf(output, page)].map((file) => join(output, file)),
    ...scriptTagsOf(output, page).flatMap((tag) => scriptsOf(output, tag)),
  ];
  return [
    { name: 'background', size: packed(scriptsOf(output, background)), limit: WORKER },
    ...named('.', '.html').map(({ name, file }) => ({ name, size: packed(surface(file)), limit: SURFACE })),
    ...named('content-scripts', '.js').map(({ name, file }) => ({
      name,
      size: packed([join(output, file)]),
      limit: name === 'capture' ? CAPTURE : IN_PAGES,
    })),
  ];
}

/** The worker, every surface and every script in pages are within their limits; the note says how much each is. */
export function packedWithinLimits(output, background) {
  const parts = partsOf(output, background);
  const kilobytes = (bytes) => `${(bytes / KB).toFixed(1)} KB`;
  const note = `packed: ${parts.map(({ name, size }) => `${name} ${kilobytes(size)}`).join(', ')}`;
  const over = parts.filter(({ size, limit }) => size > limit);
  if (over.length === 0) return { passed: 1, failed: 0, note };
  const causes = over.map(
    ({ name, size, limit }) => `${name}: ${kilobytes(size)} packed, allowed ${kilobytes(limit)}`,
  );
  return { passed: 0, failed: 1, cause: `${causes.join('\n')}\n${note}` };
}
