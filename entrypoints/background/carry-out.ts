import { browser } from '@/utils/browser';
import type { Inventory } from '@/storage/inventory';
import type { SettingsStore } from '@/storage/settings';
import {
  inventoryCommands,
  type InventoryCommandName,
  type Outcome,
  type Refusal,
  type Reply,
} from '@/utils/messaging/commands';
import type { Asker } from '@/utils/messaging/sender-class';
import type { Command } from '@/utils/messaging/serve';
import type { Capture } from './capture';
import { sidebarWasOpened } from './first-run';
import type { Pages } from './pages';
import type { Panel } from './panel';
import { allowedWidth, type Sidebar } from './sidebar';
import { openSource } from './source-tab';
import { tabFor } from './tabs';

export type Parts = {
  inventory: Inventory;
  settings: SettingsStore;
  pages: Pages;
  capture: Capture;
  sidebar: Sidebar;
  panel: Panel;
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
  return parts.inventory.execute(command.id, command.name, command.payload, { via, ...(me && { me }) });
}

async function carryOutHere(parts: Parts, command: SurfaceCommand, asker: Asker): Promise<Reply> {
  const { inventory, settings, pages, capture, sidebar } = parts;
  switch (command.name) {
    case 'page.capture': {
      const tabId = await tabFor(asker, command.payload);
      return tabId === undefined ? refuse('no-page') : capture.page(command.id, tabId, command.payload);
    }
    case 'page.read': {
      const tabId = await tabFor(asker, command.payload);
      if (tabId === undefined) return refuse('no-page');
      const { problem } = await pages.readNow(tabId);
      return problem ? refuse('no-page') : done();
    }
    case 'source.open':
      return (await openSource(inventory, pages, command.payload.id, command.payload.key))
        ? done()
        : refuse('not-possible');
    case 'desk.open':
      await browser.tabs.create({ url: browser.runtime.getURL(`desk.html#${command.payload.place}`) });
      return done();
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
    case 'page.captureRows':
    case 'page.keepList':
    case 'page.teach':
    case 'page.learn':
    case 'page.near':
    case 'page.pointed':
    case 'mark.open':
      return refuse('not-possible');
    case 'ui.hello':
      if (asker.tabId !== undefined && command.payload.frame !== 'shown')
        await sidebar.lost(asker.tabId, command.payload.frame);
      return done('nothing');
  }
}

async function hello({ settings, sidebar }: Parts, asker: Asker): Promise<Reply> {
  if (asker.class === 'frame' && asker.tabId !== undefined) await sidebar.greet(asker.tabId);
  if (asker.class === 'frame' || asker.class === 'panel') await sidebarWasOpened(settings);
  return done();
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
