import { signal, type ReadonlySignal } from '@preact/signals';
import { browser } from '@/utils/browser';
import { openPanel as openPanelIn } from '@/utils/browser/panel';
import type { CommandName, Payload } from '@/utils/messaging/commands';
import type { PageView } from '@/utils/model/row';
import type { Commands, Target } from './commands';
import type { LastKnown } from './last-known';

/** From here to the sidebar, the panel and the settings. */
export function createWaysOut(
  known: LastKnown,
  target: Target,
  page: ReadonlySignal<PageView | undefined>,
  { perform, problem }: Commands,
) {
  const sidebarKey = signal(known.sidebarKey ?? '');
  let windowId: number | undefined;

  /** Asks the browser for its window and its keys; the answers are there long before anyone can click. */
  async function look(): Promise<void> {
    const [commands, { id }] = await Promise.all([browser.commands.getAll(), browser.windows.getCurrent()]);
    const shortcut = commands.find(({ name }) => name === 'toggle-sidebar')?.shortcut ?? '';
    windowId = id;
    sidebarKey.value = shortcut;
  }

  /** The browser's own panel; called in the click itself. */
  function openPanel(): void {
    const opening = windowId === undefined ? undefined : openPanelIn(windowId);
    const fail = () => {
      problem.value = { code: 'not-possible', again: openPanel };
    };
    if (opening) opening.then(() => window.close(), fail);
    else fail();
  }

  /** The sidebar over the page; where the page cannot hold it, the browser's own panel. */
  function openSidebar(): void {
    if (page.peek()?.kind === 'closed') openPanel();
    else void leave('sidebar.open', target);
  }

  const openSettings = () => void leave('desk.open', { place: 'settings' });

  async function leave<N extends CommandName>(name: N, payload: Payload<N>): Promise<void> {
    if (await perform(name, payload)) window.close();
  }

  return { sidebarKey, look, openPanel, openSidebar, openSettings };
}
