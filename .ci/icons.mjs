/** Draws the PNGs of public/icon from source.svg. Run it by hand after changing the drawing. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright';
import { find, QUIET_CHROMIUM } from './browsers.mjs';
import { ROOT } from './project.mjs';

const FOLDER = join(ROOT, 'public/icon');
const DRAWINGS = [
  { variant: undefined, sizes: [16, 32, 48, 128] },
  { variant: 'known', sizes: [16, 32] },
  { variant: 'started', sizes: [16, 32] },
];

const source = readFileSync(join(FOLDER, 'source.svg'), 'utf8');

function drawing(variant, size) {
  const shown = variant ? source.replace(`id="${variant}" display="none"`, `id="${variant}"`) : source;
  return shown.replace('width="16" height="16">', `width="${size}" height="${size}" style="display:block">`);
}

async function draw(page, variant, size) {
  await page.setViewportSize({ width: size, height: size });
  await page.setContent(`<style>body{margin:0}</style>${drawing(variant, size)}`);
  const png = await page.screenshot({ omitBackground: true });
  writeFileSync(join(FOLDER, `${variant ? `${variant}-` : ''}${size}.png`), png);
}

const browser = await chromium.launch({ executablePath: find('chromium'), args: QUIET_CHROMIUM });
const page = await browser.newPage();
for (const { variant, sizes } of DRAWINGS) {
  for (const size of sizes) await draw(page, variant, size);
}
await browser.close();
