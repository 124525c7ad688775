import { tellToolNames } from '@/components/item/source-mark';
import { ODD_NAMES } from '@/components/item/tool-names';
import { listenToRows } from '@/components/priority-list/row-pointer';
import { pressAgain } from '@/components/ui/press-again';
import { grab } from './by-hand';
import { followAsked } from './asked-item';
import { ask, listenForKeys } from './by-key';
import { choose, followChoice, rowsIn } from './choosing';
import { watchSight } from './gate';
import type { Place } from './in-front';
import { keepLine } from './keep-line';
import { followLock } from './lock';
import { remember } from './remembering';
import { followReminder } from './reminder';
import { SECTIONS } from './sections';
import type { Sidebar } from './sidebar';
import { followTeaching } from './teaching';

/**
 * Begins to do what a person does to the list, by keys, menus and dragging, until `signal` aborts; first what the
 * keys ask for that were pressed before. While the inventory is locked nothing of it.
 */
export function takeHands(sidebar: Sidebar, kept: readonly KeyboardEvent[], signal: AbortSignal): void {
  watchSight(sidebar, signal);
  tellToolNames(ODD_NAMES);
  const hands = new AbortController();
  const letGo = () => hands.abort();
  signal.addEventListener('abort', letGo);
  followLock(sidebar, { onOpen: () => void keepLine(sidebar, hands.signal), onLocked: letGo }, signal);
  actOnList(sidebar, hands.signal);
  pressAgain(kept);
}

function actOnList(sidebar: Sidebar, signal: AbortSignal): void {
  followChoice(sidebar, signal);
  followAsked(sidebar, signal);
  listenForKeys(sidebar, signal);
  remember(sidebar, signal);
  followReminder(sidebar, signal);
  void followTeaching(sidebar, signal);
  listenToRows(
    {
      onChoose: (list, id) => choose(sidebar, placeOf(list), id),
      onOpen: (id) => sidebar.show({ kind: 'card', id }),
      onMenu: (list, id, what, at) => {
        const row = rowsIn(sidebar, placeOf(list)).find((each) => each.id === id);
        if (row) ask(sidebar, what, row, at);
      },
      onGrab: (list, id, press) => grab(sidebar, list, id, press),
    },
    signal,
  );
  document.addEventListener('pointerdown', ({ target }) => choosePage(sidebar, target), { signal });
}

const placeOf = (list: string): Place => SECTIONS.find((section) => section === list) ?? 'results';

function choosePage(sidebar: Sidebar, target: EventTarget | null): void {
  const page = sidebar.page.peek();
  if (page?.kind === 'item' && target instanceof Element && target.closest('[data-page]'))
    choose(sidebar, 'page', page.item.id);
}
