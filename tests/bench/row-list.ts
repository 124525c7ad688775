import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { chromium, type Page } from '@playwright/test';
import { build } from 'vite';
import { QUIET_CHROMIUM } from '../../.ci/browsers.mjs';
import { program } from '../support/browser';
import type { Measurement } from './bench';
import { column, interleaved } from './statistics';
import type { Line } from './table';

const ROOT = resolve(import.meta.dirname, '../..');
const SMALL = 1_000;
const SCROLL_FRAMES = 150;

/** T10: the list of the product with 100,000 rows, against the same list with 1,000. */
export const rowList: Measurement = async ({ rounds, large }) => {
  const built = await buildPage();
  const browser = await chromium.launch({ executablePath: program('chromium'), args: QUIET_CHROMIUM });
  const sample = (count: number) => async () => {
    const page = await browser.newPage({ viewport: { width: 400, height: 700 } });
    await open(page, built);
    const taken = await measureList(page, count);
    await page.close();
    return taken;
  };
  const samples = await interleaved(rounds, { few: sample(SMALL), many: sample(large) });
  await browser.close();
  const rows = large.toLocaleString('en');
  const line = (what: string, name: string, rest: Partial<Line>): Line => ({
    ...{ target: 'T10', what, unit: 'ms', ours: column(samples.many, name) },
    ...rest,
  });
  const few = (name: string) => column(samples.few, name);
  return [
    line(`list of ${rows}: mount → painted`, 'mountMs', {
      floor: few('mountMs'),
      most: { ratio: 1.5 },
      note: 'floor: the same list with 1,000',
    }),
    line('  rows in the page', 'rowsInPage', {
      unit: 'rows',
      floor: few('rowsInPage'),
      most: { amount: 40 },
    }),
    line('  one row moved → painted', 'moveMs', { floor: few('moveMs'), most: { amount: 27 } }),
    line('  scrolling: 95 of 100 frames within', 'scrollMs', {
      floor: few('scrollMs'),
      most: { amount: 17.5 },
    }),
  ];
};

type Built = { script: string; style: string };

/** The list alone, built as the product is, into a temporary folder. */
async function buildPage(): Promise<Built> {
  const outDir = mkdtempSync(join(tmpdir(), 'throughline-list-'));
  await build({
    root: ROOT,
    configFile: false,
    publicDir: false,
    logLevel: 'error',
    resolve: {
      alias: [
        { find: '@/utils/browser', replacement: join(import.meta.dirname, 'list-page/no-browser.ts') },
        { find: '@', replacement: ROOT },
      ],
    },
    define: { 'process.env.NODE_ENV': '"production"' },
    build: {
      outDir,
      lib: {
        entry: join(import.meta.dirname, 'list-page/list-page.ts'),
        formats: ['iife'],
        name: 'list',
        fileName: () => 'list.js',
        cssFileName: 'list',
      },
    },
  });
  const text = (name: string) => readFileSync(join(outDir, name), 'utf8');
  const built = { script: text('list.js'), style: text('list.css') };
  rmSync(outDir, { recursive: true });
  return built;
}

async function open(page: Page, { script, style }: Built): Promise<void> {
  await page.setContent(
    `<!doctype html><html lang="en"><style>[data-scroller] { block-size: 600px; overflow: auto; }</style>
    <body><main data-scroller><div id="app"></div></main></body></html>`,
  );
  await page.addStyleTag({ content: style });
  await page.addScriptTag({ content: script });
}

type Measure = {
  mount(count: number): Promise<{ ms: number; rowsInPage: number }>;
  move(count: number): Promise<number>;
  scroll(frames: number): Promise<number[]>;
};

async function measureList(page: Page, count: number): Promise<Record<string, number>> {
  const { mounted, moved, frames } = await page.evaluate(
    async ([rows, many]) => {
      // The page's own script put it there.
      const { measure } = globalThis as unknown as { measure: Measure };
      const mounted = await measure.mount(rows);
      const moved = await measure.move(rows);
      return { mounted, moved, frames: await measure.scroll(many) };
    },
    [count, SCROLL_FRAMES] as const,
  );
  const sorted = frames.toSorted((a, b) => a - b);
  const scrollMs = sorted[Math.ceil(sorted.length * 0.95) - 1] ?? Number.NaN;
  return { mountMs: mounted.ms, rowsInPage: mounted.rowsInPage, moveMs: moved, scrollMs };
}
