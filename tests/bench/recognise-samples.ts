import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { chromium, type Page } from '@playwright/test';
import { build } from 'vite';
import { QUIET_CHROMIUM } from '../../.ci/browsers.mjs';
import { program } from '../support/browser';
import type { Measurement } from './bench';
import { exactly, samplesOf } from './statistics';

const ROOT = resolve(import.meta.dirname, '../..');
const TOOLS = join(ROOT, 'utils/recognisers/tools');
/** Readings of each sample before the one that counts is chosen: the median of them. */
const READINGS = 9;

type Sample = { file: string; url: string; html: string };
type Timed = { file: string; ms: number; floorMs: number };

/** R1: how long `recognise` takes over every sample, in a real browser; R2: over a page of 100,000 links. */
export const recogniseSamples: Measurement = async () => {
  const script = await buildRecogniser();
  const browser = await chromium.launch({ executablePath: program('chromium'), args: QUIET_CHROMIUM });
  const page = await browser.newPage();
  await page.setContent('<!doctype html><title>Bench</title>');
  await page.addScriptTag({ content: script });
  const timed = await timeAll(page, samples());
  const [links] = await timeAll(page, [manyLinks()]);
  await browser.close();
  const worst = timed.toSorted((a, b) => b.ms - a.ms)[0];
  const floor = samplesOf(timed.map(({ floorMs }) => floorMs));
  return [
    {
      ...{ target: 'R1', what: `recognise: ${timed.length} samples`, unit: 'ms' },
      ours: samplesOf(timed.map(({ ms }) => ms)),
      floor,
      note: 'floor: every element asked for its tag, every text node for its text',
    },
    {
      ...{ target: 'R1', what: '  the slowest of them', unit: 'ms' },
      ours: exactly(worst?.ms ?? Number.NaN),
      note: worst?.file.replace(`${TOOLS}/`, ''),
    },
    {
      ...{ target: 'R2', what: 'recognise: a page of 100,000 links', unit: 'ms' },
      ours: exactly(links?.ms ?? Number.NaN),
      floor: exactly(links?.floorMs ?? Number.NaN),
      most: { amount: 100 },
    },
  ];
};

/** The recogniser alone, built as the product is, as a script that puts `recognise` on the page. */
async function buildRecogniser(): Promise<string> {
  const outDir = mkdtempSync(join(tmpdir(), 'throughline-recognise-'));
  await build({
    ...{ root: ROOT, configFile: false, publicDir: false, logLevel: 'error' },
    resolve: { alias: [{ find: '@', replacement: ROOT }] },
    build: {
      outDir,
      lib: {
        entry: join(ROOT, 'utils/recognisers/index.ts'),
        formats: ['iife'],
        name: 'recognisers',
        fileName: () => 'recognisers.js',
      },
    },
  });
  const script = readFileSync(join(outDir, 'recognisers.js'), 'utf8');
  rmSync(outDir, { recursive: true });
  return script;
}

function samples(): Sample[] {
  return readdirSync(TOOLS, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.html'))
    .map((file) => {
      const html = readFileSync(join(TOOLS, file), 'utf8');
      return { file, html, url: /"url": "([^"]+)"/.exec(html)?.[1] ?? 'about:blank' };
    });
}

function manyLinks(): Sample {
  const rows = Array.from(
    { length: 100_000 },
    (_, id) => `<li><a href="/larkfield/pick-list/issues/${id}">Work number ${id}</a></li>`,
  );
  const html = `<!doctype html><title>Issues</title><main><ul>${rows.join('')}</ul></main>`;
  return { file: '100,000 links', html, url: 'https://github.com/larkfield/pick-list/issues' };
}

/** Each sample read again and again; the median of its readings. The document is parsed beforehand. */
const timeAll = (page: Page, all: Sample[]): Promise<Timed[]> =>
  page.evaluate(
    ([given, readings, repeats]) => {
      // The script above put it there.
      const { recognisers } = globalThis as unknown as {
        recognisers: { recognise(document: Document, url: string): unknown };
      };
      const median = (values: number[]) => values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0;
      const time = (run: () => unknown) =>
        median(
          Array.from({ length: readings }, () => {
            // Several at once: the clock of a page has steps of a tenth of a millisecond.
            const start = performance.now();
            for (let time = 0; time < repeats; time += 1) run();
            return (performance.now() - start) / repeats;
          }),
        );
      const touch = (document: Document) => {
        let length = 0;
        for (const element of document.querySelectorAll('*')) length += element.tagName.length;
        return length + (document.documentElement.textContent?.length ?? 0);
      };
      return given.map(({ file, url, html }) => {
        const document = new DOMParser().parseFromString(html, 'text/html');
        return {
          file,
          ms: time(() => recognisers.recognise(document, url)),
          floorMs: time(() => touch(document)),
        };
      });
    },
    [all, READINGS, all.length > 1 ? 20 : 1] as const,
  );
