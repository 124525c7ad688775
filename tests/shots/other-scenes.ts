import type { Album } from './album';
import type { Place } from './sample-pages';
import { THEMES } from './sidebar-scenes';
import type { Stage } from './stage';

type Way = { name: string; place: Place; key?: string; capture?: true };

const POPUPS: Way[] = [
  { name: 'known', place: 'known' },
  { name: 'drift', place: 'drift' },
  { name: 'captured', place: 'unknown', capture: true },
  { name: 'draft', place: 'unknown' },
  { name: 'list', place: 'list' },
  { name: 'ordinary', place: 'ordinary' },
  { name: 'doubtful', place: 'doubtful' },
  { name: 'long', place: 'long', capture: true },
  { name: 'right-to-left', place: 'rightToLeft' },
  { name: 'wait', place: 'known', key: 'w' },
  { name: 'block', place: 'known', key: 'b' },
  { name: 'done', place: 'known', key: 'd' },
];

/** The real popup, in its real size. */
export async function popups(stage: Stage, album: Album, subject = 'popup', ways = POPUPS): Promise<void> {
  for (const theme of THEMES) {
    for (const { name, place, key, capture } of ways) {
      await stage.change({ theme, captureOnOpen: false });
      const page = await stage.open(place);
      if (capture) await stage.change({ captureOnOpen: true });
      const popup = await stage.popup(page);
      if (key) await popup.press(key);
      await stage.still();
      album.keep(subject, `${name}-${theme}`, await popup.screenshot());
      await popup.close();
      await page.close();
      if (key === 'd' || capture) await stage.send('undo', {});
    }
  }
  await stage.change({ theme: 'auto', captureOnOpen: false });
}

/** The popup in other languages. */
export async function popupManners(stage: Stage, album: Album): Promise<void> {
  for (const language of ['de', 'pseudo'] as const) {
    await stage.change({ language });
    await popups(
      stage,
      album,
      `popup-${language}`,
      POPUPS.filter(({ name }) => ['known', 'draft', 'wait'].includes(name)),
    );
  }
  await stage.change({ language: 'auto' });
}

/** The full tab: first run and settings, wide and narrow. */
export async function desk(stage: Stage, album: Album): Promise<void> {
  const page = await stage.extension.context.newPage();
  for (const place of ['welcome', 'settings']) {
    for (const theme of THEMES) {
      for (const width of [1280, 400]) {
        await page.setViewportSize({ width, height: 900 });
        await stage.change({ theme });
        await page.goto('about:blank');
        await page.goto(`${stage.address}desk.html#${place}`);
        await stage.still();
        album.keep('desk', `${place}-${theme}-${width}`, await page.screenshot({ fullPage: true }));
      }
    }
  }
  await page.setViewportSize({ width: 900, height: 900 });
  for (const language of ['de', 'pseudo'] as const) {
    await stage.change({ language, theme: 'light' });
    for (const place of ['welcome', 'settings']) {
      await page.goto('about:blank');
      await page.goto(`${stage.address}desk.html#${place}`);
      await stage.still();
      album.keep('desk-manners', `${place}-${language}`, await page.screenshot({ fullPage: true }));
    }
  }
  await stage.change({ language: 'auto', theme: 'auto' });
  await page.close();
}
