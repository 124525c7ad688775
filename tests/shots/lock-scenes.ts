import type { Page } from '@playwright/test';
import type { Payload } from '@/utils/messaging/commands';
import type { Settings } from '@/utils/model/settings';
import type { Album } from './album';
import type { Stage } from './stage';

const PASSPHRASE = 'four quiet words here';
const CODE = 'ABCD-EFGH-JKLM-NPQR-STUV-WXYZ';
const CHARACTERS = PASSPHRASE.length;

type Look = { name: string; settings: Partial<Settings> };
const LOOKS: Look[] = [
  { name: 'light', settings: { theme: 'light', language: 'en' } },
  { name: 'dark', settings: { theme: 'dark', language: 'en' } },
  { name: 'de', settings: { theme: 'light', language: 'de' } },
];

/** The lock: each step of setting it on the desk, then every surface while it is closed. */
export async function locked(stage: Stage, album: Album): Promise<void> {
  for (const look of LOOKS) {
    await stage.change(look.settings);
    await deskSteps(stage, album, look.name);
  }
  await stage.send('lock.set', { passphrase: PASSPHRASE, code: CODE });
  for (const look of LOOKS) {
    await stage.change(look.settings);
    await held(stage, album, look.name);
    await closed(stage, album, look.name);
    await turn(stage, 'lock.open', { secret: PASSPHRASE });
  }
}

/** Locks or unlocks; the desk that it is sent from begins anew with it. */
async function turn<N extends 'lock.now' | 'lock.open'>(stage: Stage, name: N, payload: Payload<N>) {
  await stage.send(name, payload).catch(() => undefined);
  const page = await stage.extension.context.newPage();
  await page.waitForTimeout(1_500);
  await page.close();
}

async function deskAt(stage: Stage, width = 900): Promise<Page> {
  const page = await stage.extension.context.newPage();
  await page.setViewportSize({ width, height: 700 });
  await page.goto(`${stage.address}desk.html#settings`);
  await stage.still();
  return page;
}

async function deskSteps(stage: Stage, album: Album, look: string): Promise<void> {
  const page = await deskAt(stage);
  const part = page.locator('#lock');
  const keep = async (step: string) => {
    await stage.still();
    album.keep('lock-desk', `${look}-${step}`, await part.screenshot());
  };
  await keep('1-none');
  await part.locator('button').click();
  await part.locator('input').first().fill('short');
  await part.locator('input').nth(1).fill('shorter');
  await keep('2-passphrase');
  for (const place of [0, 1]) await part.locator('input').nth(place).fill('x'.repeat(CHARACTERS));
  await part.locator('button[type=submit]').click();
  await keep('3-code');
  await page.close();
}

async function held(stage: Stage, album: Album, look: string): Promise<void> {
  for (const width of [900, 400]) {
    const page = await deskAt(stage, width);
    album.keep('lock-desk', `${look}-4-set-${width}`, await page.locator('#lock').screenshot());
    if (width === 900) {
      await page.locator('#lock > .lock-line').last().locator('button').nth(1).click();
      await stage.still();
      album.keep('lock-desk', `${look}-5-change`, await page.locator('#lock').screenshot());
    }
    await page.close();
  }
}

async function closed(stage: Stage, album: Album, look: string): Promise<void> {
  const work = await stage.open('unknown');
  const frame = await stage.sidebar(work);
  await turn(stage, 'lock.now', {});
  await work.bringToFront();
  await frame.locator('.lock').waitFor();
  await stage.still();
  album.keep('lock-closed', `${look}-in-page`, await work.screenshot());
  const popup = await stage.extension.openPopup(work);
  await popup.waitFor('.lock input');
  await stage.still();
  album.keep('lock-closed', `${look}-popup`, await popup.screenshot());
  await popup.type('wrong');
  await popup.press('Enter');
  await popup.waitForText(/recovery code\.|Wiederherstellungscode\./);
  await stage.still();
  album.keep('lock-closed', `${look}-popup-wrong`, await popup.screenshot());
  await popup.close();
  await work.close();
  const page = await stage.extension.context.newPage();
  for (const width of [320, 480]) {
    await page.setViewportSize({ width, height: 640 });
    await page.goto(`${stage.address}sidepanel.html`);
    await page.locator('.lock').waitFor();
    await page.locator('.lock-capture button').click();
    await stage.still();
    album.keep('lock-closed', `${look}-panel-${width}`, await page.screenshot());
  }
  await page.close();
  const desk = await deskAt(stage);
  album.keep('lock-closed', `${look}-desk`, await desk.screenshot());
  await desk.close();
}
