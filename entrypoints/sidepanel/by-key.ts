import { rowElementId } from '@/components/priority-list/priority-list';
import type { Point } from '@/components/priority-list/row-pointer';
import type { Importance } from '@/utils/model/item';
import type { ItemRow } from '@/utils/model/row';
import { moveByHand } from './by-hand';
import { chosenRow, move, subject } from './choosing';
import { actOf, type KeyAct } from './key-table';
import { captureTicked, listOf } from './list-choosing';
import { isPress, isTyping } from '@/components/ui/key-target';
import type { Ask } from './in-front';
import { actInLine } from './line-keys';
import { run, tell } from './saving';
import type { Sidebar } from './sidebar';
import { answerTeaching } from './teaching';

/** Listens for keys on the whole document until `signal` aborts. A key that acts here reaches nobody else. */
export function listenForKeys(sidebar: Sidebar, signal: AbortSignal): void {
  document.addEventListener(
    'keydown',
    (event) => {
      if (event.defaultPrevented || sidebar.ask.peek() || !isOurs(event, sidebar)) return;
      event.preventDefault();
      event.stopPropagation();
    },
    { signal },
  );
}

function isOurs(event: KeyboardEvent, sidebar: Sidebar): boolean {
  const { target } = event;
  if (target instanceof HTMLInputElement && target.id === 'line') return actInLine(event, target, sidebar);
  if (isTyping(target) || isPress(event)) return false;
  if (answerTeaching(sidebar, event.key)) return true;
  const act = actOf(event);
  return act !== undefined && actByKey(sidebar, act);
}

const IMPORTANCE: Partial<Record<KeyAct, Importance>> = { vital: 3, important: 2, useful: 1, unjudged: 0 };

/** Carries out what a key stands for. False where it stands for nothing now. */
export function actByKey(sidebar: Sidebar, act: KeyAct): boolean {
  if (actOnSurface(sidebar, act)) return true;
  // Under the page's list nothing is chosen: its own keys are heard by itself.
  if (sidebar.cover.peek()?.kind === 'list') return false;
  const row = subject(sidebar);
  if (!row) return actOnPage(sidebar, act);
  const importance = IMPORTANCE[act];
  if (importance !== undefined) {
    void run(sidebar, 'item.edit', { id: row.id, changes: { importance } });
    return true;
  }
  return actOnItem(sidebar, act, row) || actOnPage(sidebar, act);
}

function actOnSurface(sidebar: Sidebar, act: KeyAct): boolean {
  switch (act) {
    case 'down':
    case 'up':
      return step(sidebar, act === 'down' ? 1 : -1);
    case 'undo':
    case 'redo':
      void run(sidebar, act, {});
      return true;
    case 'search':
      sidebar.show(undefined);
      document.querySelector<HTMLInputElement>('#line')?.focus();
      return true;
    case 'help':
      return help(sidebar);
    case 'close':
      return closeInnermost(sidebar);
    default:
      return false;
  }
}

/** In a card the question is about its score, elsewhere about the keys. */
function help(sidebar: Sidebar): boolean {
  const cover = sidebar.cover.peek();
  if (cover?.kind === 'card') sidebar.show({ ...cover, isScoreOpen: !cover.isScoreOpen });
  else sidebar.show({ kind: 'help' });
  return true;
}

/** In an open card the next row's card opens: reading through the list needs one key. */
function step(sidebar: Sidebar, rows: number): boolean {
  const cover = sidebar.cover.peek();
  if (cover?.kind === 'list') return false;
  move(sidebar, rows);
  const id = chosenRow(sidebar)?.id;
  if (cover?.kind === 'card' && id) sidebar.show({ kind: 'card', id });
  return true;
}

function closeInnermost(sidebar: Sidebar): boolean {
  if (sidebar.cover.peek()) sidebar.show(undefined);
  else if (sidebar.line.peek() || sidebar.results.peek()) sidebar.clearLine();
  else if (sidebar.notice.peek()?.kind === 'problem') tell(sidebar, undefined);
  else if (sidebar.isFrame) void run(sidebar, 'sidebar.close', {});
  else return false;
  return true;
}

function actOnPage(sidebar: Sidebar, act: KeyAct): boolean {
  const page = sidebar.page.peek();
  if (act === 'capture') {
    if (page?.kind === 'list') void captureTicked(sidebar);
    else void run(sidebar, 'page.capture', {});
    return true;
  }
  if (act === 'list' && listOf(page)) {
    sidebar.show({ kind: 'list' });
    return true;
  }
  const named = page?.kind === 'draft' ? page.named[0] : undefined;
  if (act !== 'attach' || !named) return false;
  void run(sidebar, 'page.capture', { attachTo: named.id });
  return true;
}

function actOnItem(sidebar: Sidebar, act: KeyAct, row: ItemRow): boolean {
  const { id } = row;
  switch (act) {
    case 'open':
      sidebar.show({ kind: 'card', id });
      return true;
    case 'edit':
      sidebar.show({ kind: 'card', id, edit: 'title' });
      return true;
    case 'source':
      if (row.source) void run(sidebar, 'source.open', { id });
      return true;
    case 'start':
      void run(sidebar, 'item.setState', { id, state: 'started' });
      return true;
    case 'done':
    case 'ready':
      void run(sidebar, 'item.setState', { id, state: act });
      return true;
    case 'wait':
    case 'block':
    case 'snooze':
      ask(sidebar, act, row);
      return true;
    case 'menu':
      ask(sidebar, 'row', row);
      return true;
    case 'plan':
      void run(sidebar, 'item.plan', { id, day: row.list === 'today' ? null : sidebar.today.peek() });
      return true;
    case 'moveUp':
    case 'moveDown':
      return moveByHand(sidebar, row, act === 'moveUp' ? -1 : 1);
    case 'delete':
      if (sidebar.isFrame) return false;
      void remove(sidebar, row);
      return true;
    default:
      return false;
  }
}

/** What is in the Trash needs no card any more. */
async function remove(sidebar: Sidebar, { id }: ItemRow): Promise<void> {
  if (await run(sidebar, 'item.delete', { id })) sidebar.show(undefined);
}

/** Asks something about an item, beside where it stands (or at a point). */
export function ask(sidebar: Sidebar, kind: Ask['kind'], row: ItemRow, at = besideRow(sidebar, row)): void {
  sidebar.putAsk({ kind, row, at });
}

function besideRow(sidebar: Sidebar, row: ItemRow): Point {
  const inCard = sidebar.cover.peek()?.kind === 'card' ? document.querySelector('.card-states') : undefined;
  const place = sidebar.chosen.peek()?.place;
  const inList = document.getElementById(rowElementId(place ?? '', row.id));
  const onPage = document.querySelector('[data-page]');
  const box = (inCard ?? inList ?? onPage)?.getBoundingClientRect();
  return { x: (box?.left ?? 0) + 36, y: (box?.bottom ?? 80) - 4 };
}
