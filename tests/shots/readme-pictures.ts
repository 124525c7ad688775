import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { THEMES } from './sidebar-scenes';
import type { Stage } from './stage';

/** The pictures of the README: the sidebar over a ticket in light and dark, and the popup. */
export async function readmePictures(stage: Stage, folder: string): Promise<void> {
  mkdirSync(folder, { recursive: true });
  const keep = (name: string, picture: Buffer) => writeFileSync(join(folder, `${name}.png`), picture);
  const page = await stage.open('known');
  await page.setViewportSize({ width: 960, height: 640 });
  await stage.change({ width: 360 });
  await stage.sidebar(page);
  for (const theme of THEMES) {
    await stage.change({ theme });
    keep(theme === 'light' ? 'sidebar' : `sidebar-${theme}`, await page.screenshot());
  }
  await stage.change({ theme: 'light' });
  const popup = await stage.popup(page);
  keep('popup', await popup.screenshot());
  await popup.close();
  await page.close();
}
