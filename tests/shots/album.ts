import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { BrowserContext } from '@playwright/test';

/** Four in a row, and no more rows than stay legible when the sheet is looked at as a whole. */
const IN_A_ROW = 4;
const WIDTH = 390;
const HEIGHT = 900;

/** Where pictures are kept: one folder for each subject, one or more contact sheets of each. */
export type Album = {
  /** Keeps a picture under its subject and name. */
  keep(subject: string, name: string, picture: Buffer): void;
  /** Draws the contact sheets of every subject; gives their files. */
  sheets(context: BrowserContext): Promise<string[]>;
};

/** An album in `folder`. The subjects that get pictures lose their old ones. */
export function createAlbum(folder: string): Album {
  const kept = new Map<string, string[]>();
  return {
    keep(subject, name, picture) {
      const own = join(folder, subject);
      if (!kept.has(subject)) {
        rmSync(own, { recursive: true, force: true });
        mkdirSync(own, { recursive: true });
        kept.set(subject, []);
      }
      const file = join(own, `${name}.png`);
      writeFileSync(file, picture);
      kept.get(subject)?.push(file);
    },
    async sheets(context) {
      const files: string[] = [];
      for (const [subject, pictures] of kept) {
        for (const [number, own] of onSheets(pictures).entries()) {
          const file = join(folder, `sheet-${subject}-${number + 1}.png`);
          await drawSheet(context, own, file);
          files.push(file);
        }
      }
      return files;
    },
  };
}

/** The pictures of each sheet: whole rows, as many as fit, at least one. */
function onSheets(pictures: readonly string[]): string[][] {
  const sheets: string[][] = [];
  let left = 0;
  for (let from = 0; from < pictures.length; from += IN_A_ROW) {
    const row = pictures.slice(from, from + IN_A_ROW);
    const height = Math.max(...row.map(shownHeight));
    const sheet = sheets.at(-1);
    if (sheet && height <= left) sheet.push(...row);
    else sheets.push(row);
    left = (sheets.at(-1) === sheet ? left : HEIGHT) - height;
  }
  return sheets;
}

/** How tall a picture is on a sheet, CSS px. Width and height stand at bytes 16 and 20 of a PNG. */
function shownHeight(file: string): number {
  const png = readFileSync(file);
  const [width, height] = [png.readUInt32BE(16), png.readUInt32BE(20)];
  return height * Math.min(1, WIDTH / width);
}

async function drawSheet(context: BrowserContext, pictures: readonly string[], file: string): Promise<void> {
  const figures = pictures.map((picture) => {
    const source = `data:image/png;base64,${readFileSync(picture).toString('base64')}`;
    return `<figure><figcaption>${basename(picture, '.png')}</figcaption><img src="${source}"></figure>`;
  });
  const page = await context.newPage();
  const columns = Math.min(IN_A_ROW, pictures.length);
  await page.setViewportSize({ width: columns * WIDTH + 10, height: 400 });
  await page.setContent(`<style>
    body { margin: 5px; display: grid; grid-template-columns: repeat(${columns}, ${WIDTH}px); align-items: start;
      background: #b9bec7; font: 12px system-ui; }
    figure { margin: 4px; } figcaption { padding: 2px 0; font-weight: 600; }
    img { max-width: 100%; display: block; outline: 1px solid #777; }</style>${figures.join('')}`);
  await page.screenshot({ path: file, fullPage: true });
  await page.close();
}
