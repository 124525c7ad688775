import type { Settings } from '@/utils/model/settings';
import type { Album } from './album';
import type { Stage } from './stage';
import { TOLD, tellViews, type Told } from './told-views';

type Look = { name: string; width: number; settings: Partial<Settings> };

const LOOKS: Look[] = [
  { name: 'light-320', width: 320, settings: { theme: 'light' } },
  { name: 'light-480', width: 480, settings: { theme: 'light' } },
  { name: 'dark-320', width: 320, settings: { theme: 'dark' } },
  { name: 'de-320', width: 320, settings: { theme: 'light', language: 'de' } },
];

/** What takes a tool, a visit or a finger in a page to come about: shown from views that are told outright. */
export async function told(stage: Stage, album: Album): Promise<void> {
  for (const look of LOOKS) {
    for (const [name, one] of Object.entries(TOLD)) {
      album.keep(`told-${look.name}`, name, await picture(stage, one, look));
    }
  }
}

async function picture(stage: Stage, { views, press, click }: Told, look: Look): Promise<Buffer> {
  const page = await stage.extension.context.newPage();
  await page.setViewportSize({ width: look.width, height: 800 });
  await tellViews(page, views, look.settings);
  await page.goto(`${stage.address}sidepanel.html`);
  await stage.still();
  for (const key of press ?? []) await page.keyboard.press(key);
  if (click) await page.locator(click).first().click();
  await stage.still();
  const shot = await page.screenshot();
  await page.close();
  return shot;
}
