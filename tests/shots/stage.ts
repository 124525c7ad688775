import type { Frame, Page } from '@playwright/test';
import type { Work } from '../bench/invented-work';
import { pour } from '../bench/pour';
import type { Settings } from '@/utils/model/settings';
import type { CommandName, Payload, Reply } from '@/utils/messaging/commands';
import type { Clock } from '@/utils/model/clock';
import { newId } from '@/utils/model/ids';
import { ChromiumWithExtension } from '../support/chromium';
import type { DevtoolsTarget } from '../support/devtools-target';
import { servePages } from '../support/routes';
import { PLACES, samplePages, type Place } from './sample-pages';

/** Until a change has been painted and every motion has ended (150 ms at most). */
const STILL_MS = 350;

/** A browser with an inventory, in which surfaces are put up to be pictured. */
export type Stage = {
  extension: ChromiumWithExtension;
  address: string;
  change(settings: Partial<Settings>): Promise<void>;
  send<N extends CommandName>(name: N, payload: Payload<N>): Promise<Reply>;
  /** A sample page in front, on which the person let us in. */
  open(place: Place): Promise<Page>;
  /** The sidebar over it, come to rest. */
  sidebar(page: Page): Promise<Frame>;
  popup(page: Page): Promise<DevtoolsTarget>;
  still(): Promise<void>;
  /** Ends the browser; gives what the extension did that it may not do. */
  close(): Promise<string[]>;
};

type Chrome = {
  chrome: {
    runtime: { sendMessage(message: unknown): Promise<Reply> };
    commands: { onCommand: { dispatch(name: string, tab: unknown): void } };
    tabs: { query(which: object): Promise<unknown[]> };
  };
};

export async function openStage(
  build: string,
  clock: Clock,
  works?: Iterable<Work>,
  locale?: string,
): Promise<Stage> {
  const extension = await ChromiumWithExtension.launch({
    build,
    ...(locale && { locale, args: [`--lang=${locale}`] }),
  });
  const address = `chrome-extension://${extension.id}/`;
  await servePages(extension.context, samplePages());
  const desk = await extension.context.newPage();
  await desk.goto(`${address}desk.html#settings`);
  const still = () => desk.waitForTimeout(STILL_MS);
  await still();
  for (const page of extension.context.pages()) if (page !== desk) await page.close();
  if (works) {
    await pour(desk, works, clock);
    await extension.killWorker();
    await still();
  }
  const send: Stage['send'] = (name, payload) =>
    desk.evaluate((message) => (globalThis as unknown as Chrome).chrome.runtime.sendMessage(message), {
      ...{ kind: 'command', id: newId<string>(clock.now()), name, payload },
    });
  const stage: Stage = {
    ...{ extension, address, still, send },
    async change(settings) {
      const reply = await send('settings.change', settings);
      if (!reply.ok) throw new Error(`settings: ${reply.code}`);
      await still();
    },
    async open(place) {
      const page = await extension.context.newPage();
      await page.goto(PLACES[place]);
      await extension.grant(page);
      await page.bringToFront();
      return page;
    },
    async sidebar(page) {
      await toggle(extension);
      const frame = await extension.sidebarFrame(page);
      await frame.locator('[data-page], .app-scroll > div > *').first().waitFor();
      await still();
      return frame;
    },
    async popup(page) {
      const popup = await extension.openPopup(page);
      await popup.waitFor('button');
      await still();
      return popup;
    },
    close: () => extension.close(),
  };
  // Opening a popup for the person's leave must not capture the page that is pictured.
  await stage.change({ captureOnOpen: false, me: 'Priya Nair' });
  return stage;
}

async function toggle(extension: ChromiumWithExtension): Promise<void> {
  const worker = await extension.worker();
  await worker.evaluate(async () => {
    const { chrome } = globalThis as unknown as Chrome;
    const [tab] = await chrome.tabs.query({ active: true, lastFocusedWindow: true });
    chrome.commands.onCommand.dispatch('toggle-sidebar', tab);
  });
}
