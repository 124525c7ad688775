import { computed, signal } from '@preact/signals';
import { live } from '@/utils/messaging/live';
import type { Outcome, Refusal } from '@/utils/messaging/commands';
import type { ItemId } from '@/utils/model/ids';
import type { ItemRow, Quick } from '@/utils/model/row';
import type { LastKnown } from './last-known';

/** A question asked in place before a command can be sent. */
export type Ask = { kind: 'wait' | 'block'; row: ItemRow };
/** A command that was not carried out, and how to send the same one again. */
export type Problem = { code: Refusal; again: () => void };

export type PopupState = ReturnType<typeof createPopupState>;

/** What one opening of the popup knows. `tabId` names the page; absent: the active tab. */
export function createPopupState(tabId?: number) {
  const target = tabId === undefined ? {} : { tabId };
  const page = live('page', target, undefined);
  const problem = signal<Problem | undefined>(undefined);
  const isLost = signal(false);
  const liveQuick = live('quick', {}, undefined, (told) => {
    isLost.value = told === 'recovery';
    // The lock's own view is about to stand in place of everything.
    if (isLost.value || told === 'locked') return;
    const code = told === 'newer-database' ? told : 'storage';
    problem.value = { code, again: () => location.reload() };
  });
  const settings = live('settings', {}, undefined);
  const lastQuick = signal<Quick | undefined>(undefined);
  const sidebarKey = signal('');
  /** The item that the page is about, where it is in the inventory. */
  const pageItem = computed(() => {
    const view = page.value;
    return view?.kind === 'item' || view?.kind === 'closed' ? view.item : undefined;
  });
  /** The started row that has the focus: keys act on it. */
  const chosen = signal<ItemId | undefined>(undefined);
  const choose = (id: ItemId | undefined) => {
    chosen.value = id;
  };
  /** What is shown until the background has answered. */
  const recall = (known: LastKnown) => {
    lastQuick.value = known.quick;
    sidebarKey.value = known.sidebarKey ?? '';
  };
  return {
    target,
    page,
    settings,
    pageItem,
    sidebarKey,
    recall,
    quick: computed(() => liveQuick.value ?? lastQuick.value),
    ask: signal<Ask | undefined>(undefined),
    /** The inventory cannot be opened as it was. */
    isLost: computed(() => isLost.value && !liveQuick.value),
    chosen,
    choose,
    problem,
    lastChange: signal<Outcome | undefined>(undefined),
    captured: signal<Outcome | undefined>(undefined),
    isCapturing: signal(false),
  };
}
