/**
 * Once a day, where the person switched it on: that follow-ups are due, and how many. Never a title, a person or a
 * host: whoever looks at the screen or into the system's list of notifications reads a number (safety PV-03).
 */
import type { Inventory } from '@/storage/inventory';
import type { SettingsStore } from '@/storage/settings';
import { browser } from '@/utils/browser';
import { openPanel } from '@/utils/browser/panel';
import { type MessageKey, t } from '@/utils/i18n';
import { chosenLanguage } from '@/utils/i18n/chosen-language';
import type { Clock } from '@/utils/model/clock';
import { dayOf } from '@/utils/model/day';
import type { Settings } from '@/utils/model/settings';
import { openPopup } from './capture';

/** The day that was looked at last, whatever was due on it. */
const KEY = 'reminded';
/** Before the window's number in the id of a notification: a press must open its panel before anything can be asked. */
const ID = 'follow-ups:';
/** A day begins for reminders at six in the morning: nobody reads what comes up at midnight. In ms. */
const NIGHT_MS = 6 * 3_600_000;

type With = {
  inventory: Pick<Inventory, 'counts'>;
  settings: Pick<SettingsStore, 'get' | 'onChange'>;
  clock: Clock;
};

/**
 * Looks at each start of the background, at each alarm (one rings every hour), and when it is switched on. Gives a
 * further look.
 */
export function remindOfFollowUps(given: With): () => Promise<void> {
  let last = Promise.resolve();
  /** One after the other: two at once would remind twice. */
  const look = () => {
    last = last
      .then(() => remind(given))
      .catch(() => {
        // Locked, or the database or the disk is not to be had: the next look tries again.
      });
    return last;
  };
  browser.alarms.onAlarm.addListener(() => void look());
  given.settings.onChange(() => void look());
  browser.permissions.onAdded.addListener(() => {
    listen();
    void look();
  });
  listen();
  void look();
  return look;
}

/** Undefined as long as the permission is not given. */
const notifications = () => browser.notifications as typeof browser.notifications | undefined;

function listen(): void {
  const clicked = notifications()?.onClicked;
  if (clicked && !clicked.hasListener(open)) clicked.addListener(open);
}

async function remind({ inventory, settings, clock }: With): Promise<void> {
  const { notify, language } = await settings.get();
  if (!notify || !notifications()) return;
  const today = dayOf(clock.now(), clock.zone());
  if (dayOf(clock.now() - NIGHT_MS, clock.zone()) !== today) return;
  if ((await browser.storage.local.get(KEY))[KEY] === today) return;
  const { chase } = await inventory.counts();
  // Written down first: what cannot be remembered would come again with every start of the background.
  await browser.storage.local.set({ [KEY]: today });
  if (chase > 0) await show(chase, language);
}

async function show(due: number, wanted: Settings['language']): Promise<void> {
  const front = await browser.windows.getLastFocused().catch(() => undefined); // the browser runs without a window
  await notifications()?.create(`${ID}${front?.id ?? ''}`, {
    type: 'basic',
    iconUrl: browser.runtime.getURL('/icon/128.png'),
    title: t('extension_name'),
    message: await words(due, wanted),
  });
}

/** In the language that the person chose for our pages; the rest of the background speaks the browser's. */
async function words(due: number, wanted: Settings['language']): Promise<string> {
  if (wanted === 'auto') return t('notify_due', due);
  return (await chosenLanguage(wanted)).say('notify_due' satisfies MessageKey, [String(due)]);
}

/** Opens the list in the window that was in front: its panel where the press counts for one, else the popup, else a tab. */
function open(id: string): void {
  if (!id.startsWith(ID)) return;
  const windowId = Number(id.slice(ID.length));
  // Before any await: browsers open their panel only in the press itself.
  const panel = openPanelIn(windowId);
  void browser.windows.update(windowId, { focused: true }).catch(() => undefined); // closed meanwhile
  void notifications()?.clear(id);
  panel.catch(async () => {
    if (!(await openPopup(undefined)))
      await browser.tabs.create({ url: browser.runtime.getURL('/desk.html') });
  });
}

/** Refused where there is no panel, or where the browser does not take a notification's press for a person's. */
async function openPanelIn(windowId: number): Promise<void> {
  const opening = openPanel(windowId);
  if (!opening) throw new Error('no panel');
  await opening;
}
