import { browser } from '@/utils/browser';
import { openPanel as openPanelIn } from '@/utils/browser/panel';
import type { CommandName, Payload } from '@/utils/messaging/commands';
import { perform } from './commands';
import type { PopupState } from './popup-state';

const windows = new WeakMap<PopupState, number>();

/** Asks the browser for its window and its keys; the answers are there long before anyone can click. */
export async function look(popup: PopupState): Promise<void> {
  const [commands, { id }] = await Promise.all([browser.commands.getAll(), browser.windows.getCurrent()]);
  if (id !== undefined) windows.set(popup, id);
  popup.sidebarKey.value = commands.find(({ name }) => name === 'toggle-sidebar')?.shortcut ?? '';
}

/** The browser's own panel; called in the click itself. */
export function openPanel(popup: PopupState): void {
  const windowId = windows.get(popup);
  const opening = windowId === undefined ? undefined : openPanelIn(windowId);
  const fail = () => {
    popup.problem.value = { code: 'not-possible', again: () => openPanel(popup) };
  };
  if (opening) opening.then(() => window.close(), fail);
  else fail();
}

/** The sidebar over the page; where the page cannot hold it, the browser's own panel. */
export function openSidebar(popup: PopupState): void {
  if (popup.page.peek()?.kind === 'closed') openPanel(popup);
  else void leave(popup, 'sidebar.open', popup.target);
}

export const openSettings = (popup: PopupState): void =>
  void leave(popup, 'desk.open', { place: 'settings' });

export const openRecovery = (popup: PopupState): void =>
  void leave(popup, 'desk.open', { place: 'recovery' });

async function leave<N extends CommandName>(popup: PopupState, name: N, payload: Payload<N>): Promise<void> {
  if (await perform(popup, name, payload)) window.close();
}
