import { browser } from '@/utils/browser';
import type { Inventory } from '@/storage/inventory';
import type { Lock } from '@/storage/lock';
import type { SettingsStore } from '@/storage/settings';
import {
  inventoryCommands,
  type InventoryCommandName,
  type Outcome,
  type Parsed,
  type Refusal,
  type Reply,
} from '@/utils/messaging/commands';
import type { Clock } from '@/utils/model/clock';
import type { Asker } from '@/utils/messaging/sender-class';
import type { SourceKey } from '@/utils/model/ids';
import { TRASHED_FROM } from '@/utils/model/item';
import type { Command } from '@/utils/messaging/serve';
import type { Backups } from '@/storage/transfer';
import type { AskedItem } from './asked-item';
import { carryOutBackup, isBackupCommand } from './backup-commands';
import { type Capture, openPopup } from './capture';
import type { DailyCopy } from './daily-copy';
import { sidebarWasOpened } from './first-run';
import type { Lists } from './lists';
import { isLockCommand, type Locking } from './lock-commands';
import type { Marks } from './marks';
import type { Observer } from './observe';
import type { Pages } from './pages';
import type { Panel } from './panel';
import { allowedWidth, type Sidebar } from './sidebar';
import { carryOutRecovery, isRecoveryCommand } from './second-copy';
import { openSource } from './source-tab';
import { tabFor } from './tabs';
import type { TeachingDesk } from './teaching';

export type Parts = {
  inventory: Inventory;
  settings: SettingsStore;
  pages: Pages;
  capture: Capture;
  sidebar: Sidebar;
  panel: Panel;
  observer: Observer;
  lists: Lists;
  teaching: TeachingDesk;
  marks: Marks;
  asked: AskedItem;
  backups: Backups;
  daily: DailyCopy;
  lock: Lock;
  locking: Locking;
  clock: Clock;
};

type InventoryCommand = Extract<Command, { name: InventoryCommandName }>;
type SurfaceCommand = Exclude<Command, InventoryCommand>;

const done = (outcome: Outcome['outcome'] = 'done'): Reply => ({ ok: true, value: { outcome } });
const refuse = (code: Refusal): Reply => ({ ok: false, code });

const isInventoryCommand = (command: Command): command is InventoryCommand =>
  Object.hasOwn(inventoryCommands, command.name);

/** Carries out one allowed command: what is about the inventory goes there, the rest is about tabs and surfaces. */
export async function carryOut(parts: Parts, command: Command, asker: Asker): Promise<Reply> {
  if (!isInventoryCommand(command)) return carryOutHere(parts, command, asker);
  const { me } = await parts.settings.get();
  const via = command.name === 'item.capture' ? 'capture' : 'ui';
  return parts.inventory.execute(command.id, command.name, payloadFrom(command, asker), {
    via,
    ...(me && { me }),
  });
}

/** A deletion says where it was made: who finds it wants to know whether it was theirs. */
function payloadFrom(command: InventoryCommand, asker: Asker): InventoryCommand['payload'] {
  if (command.name !== 'item.delete') return command.payload;
  return { ...command.payload, from: TRASHED_FROM.find((from) => from === asker.class) };
}

async function carryOutHere(parts: Parts, command: SurfaceCommand, asker: Asker): Promise<Reply> {
  if (isBackupCommand(command)) return carryOutBackup(parts, command);
  if (isLockCommand(command)) return parts.locking(command);
  if (isRecoveryCommand(command)) return carryOutRecovery(parts.inventory, command);
  const { settings, pages, capture, sidebar } = parts;
  switch (command.name) {
    case 'page.capture':
      return inTab(asker, command.payload, (tabId) => capture.page(command.id, tabId, command.payload));
    case 'page.read':
      return inTab(asker, command.payload, async (tabId) =>
        (await pages.readAgain(tabId)).problem ? refuse('no-page') : done(),
      );
    case 'page.captureRows':
      return inTab(asker, command.payload, (tabId) =>
        parts.lists.capture(command.id, tabId, command.payload.keys),
      );
    case 'page.keepList':
      return inTab(asker, command.payload, (tabId) =>
        parts.lists.keep(command.id, tabId, command.payload.keep),
      );
    case 'page.teach':
      return inTab(asker, command.payload, (tabId) => parts.teaching.start(tabId, command.payload.field));
    case 'page.learn':
      return inTab(asker, command.payload, (tabId) =>
        parts.teaching.learn(command.id, tabId, command.payload.keep),
      );
    case 'page.pointed':
      if (asker.tabId !== undefined) await parts.teaching.pointed(asker.tabId, command.payload);
      return done('nothing');
    case 'source.open':
      return (await openSource(parts, command.payload)) ? done() : refuse('not-possible');
    case 'lock.ask':
      // No popup opens where no window is in front.
      return (await openPopup(asker.windowId)) ? done() : openDesk('settings');
    case 'desk.open':
      return openDesk(command.payload.place);
    case 'settings.change':
      await settings.change(command.payload);
      return done();
    case 'surface.hello':
      return hello(parts, asker);
    case 'sidebar.open':
      return openSidebar(parts, asker, command.payload);
    case 'sidebar.close':
      return closeSidebar(parts, asker, command.payload);
    case 'sidebar.resize':
      if (command.payload.done) await settings.change({ width: allowedWidth(command.payload.width) });
      else if (asker.tabId !== undefined) await sidebar.drag(asker.tabId, command.payload.width);
      return done();
    case 'capture.propose':
      if (asker.tabId !== undefined) await pages.propose(asker.tabId, command.payload.draft);
      return done('nothing');
    case 'page.near':
      if (asker.tabId !== undefined) await parts.marks.near(asker.tabId, command.payload.hosts);
      return done('nothing');
    case 'mark.open':
      return openMarked(parts, asker, command.payload.key);
    case 'ui.hello':
      if (asker.tabId !== undefined && command.payload.frame !== 'shown')
        await sidebar.lost(asker.tabId, command.payload.frame);
      return done('nothing');
  }
}

async function openDesk(place: Parsed<'desk.open'>['place']): Promise<Reply> {
  await browser.tabs.create({ url: browser.runtime.getURL(`desk.html#${place}`) });
  return done();
}

/** Does something in the tab that the surface means. */
async function inTab(
  asker: Asker,
  asked: { tabId?: number | undefined },
  act: (tabId: number) => Promise<Reply>,
): Promise<Reply> {
  const tabId = await tabFor(asker, asked);
  return tabId === undefined ? refuse('no-page') : act(tabId);
}

/** A mark was pressed: the sidebar opens in its tab, at its item. */
async function openMarked(
  { inventory, asked, sidebar }: Parts,
  asker: Asker,
  key: SourceKey,
): Promise<Reply> {
  const { tabId, windowId } = asker;
  const row = (await inventory.bySource(key))?.row;
  if (!row || tabId === undefined || windowId === undefined) return refuse('no-item');
  await asked.ask(tabId, row.id);
  if (!(await sidebar.isOpen(tabId))) await sidebar.open({ id: tabId, windowId });
  return done('nothing');
}

/** A surface's first word. Locked, it is greeted like any other and told so: then it paints nothing from its memory. */
async function hello({ settings, sidebar, marks, lock }: Parts, asker: Asker): Promise<Reply> {
  if (asker.class === 'glimpse' && asker.tabId !== undefined) await marks.greet(asker.tabId);
  if (asker.class === 'frame' && asker.tabId !== undefined) await sidebar.greet(asker.tabId);
  if (asker.class === 'frame' || asker.class === 'panel') await sidebarWasOpened(settings);
  return (await lock.isLocked()) ? refuse('locked') : done();
}

async function openSidebar(
  { sidebar }: Parts,
  asker: Asker,
  asked: { tabId?: number | undefined },
): Promise<Reply> {
  const tabId = await tabFor(asker, asked);
  const tab = tabId === undefined ? undefined : await browser.tabs.get(tabId);
  if (tabId === undefined || tab?.windowId === undefined) return refuse('no-page');
  await sidebar.open({ id: tabId, windowId: tab.windowId });
  return done();
}

async function closeSidebar(
  { sidebar, panel }: Parts,
  asker: Asker,
  asked: { tabId?: number | undefined },
): Promise<Reply> {
  const tabId = await tabFor(asker, asked);
  if (tabId === undefined) return refuse('no-page');
  if (asker.class !== 'panel') await sidebar.close(tabId);
  else {
    const { windowId } = await browser.tabs.get(tabId);
    if (windowId !== undefined) await panel.close(windowId);
  }
  return done();
}
