import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { deflateRawSync } from 'node:zlib';
import { firstPaintOf, scriptsOf } from '../../.ci/bundle-graph.mjs';
import type { Measurement } from './bench';
import { exactly } from './statistics';
import type { Line } from './table';

const KB = 1_000;
/** What a zip adds to each file, about. */
const ZIP_HEADER = 150;

/** T11: what is loaded before the first paint, and what a store ships. */
export const bytes: Measurement = async ({ build }) => {
  const files = readdirSync(build, { recursive: true, encoding: 'utf8' })
    .map((path) => join(build, path))
    .filter((path) => statSync(path).isFile());
  const zip = files.reduce((sum, file) => sum + deflateRawSync(readFileSync(file)).length + ZIP_HEADER, 0);
  const script = join(build, 'content-scripts/capture.js');
  return [
    line('script before the first paint: popup', sizeOf(firstPaintOf(build, 'popup.html')), 40),
    line('script before the first paint: sidebar', sizeOf(firstPaintOf(build, 'sidepanel.html')), 40),
    line('background', sizeOf(scriptsOf(build, 'background.js')), 160),
    line('script put into a page when it is used', existsSync(script) ? sizeOf([script]) : Number.NaN, 120),
    line('the package, zipped', zip, 600),
  ];
};

const sizeOf = (files: readonly string[]): number =>
  files.reduce((sum, file) => sum + statSync(file).size, 0);

const line = (what: string, size: number, amount: number): Line => ({
  target: 'T11',
  what,
  unit: 'KB',
  ours: exactly(size / KB),
  most: { amount },
});
