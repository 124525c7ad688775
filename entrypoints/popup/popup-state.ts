import { computed, effect, signal } from '@preact/signals';
import { send } from '@/utils/messaging/client';
import { live } from '@/utils/messaging/live';
import type { ItemId } from '@/utils/model/ids';
import type { ItemRow } from '@/utils/model/row';
import { openingCaptures } from './capture-on-open';
import { createCommands } from './commands';
import type { LastKnown } from './last-known';
import { createWaysOut } from './ways-out';

/** A question asked in place before a command can be sent. */
export type Ask = { kind: 'wait' | 'block'; row: ItemRow };

export type PopupState = ReturnType<typeof createPopupState>;

/** How long the background may keep silent before the popup says so, in ms. */
const SILENCE_MS = 5_000;

/** What one opening of the popup knows and does. `tabId` names the page; absent: the active tab. */
export function createPopupState({ tabId, known }: { tabId?: number | undefined; known: LastKnown }) {
  const target = tabId === undefined ? {} : { tabId };
  const page = live('page', target, undefined);
  const quick = live('quick', {}, known.quick, (problem) => {
    const code = problem === 'newer-database' ? problem : 'storage';
    commands.problem.value = { code, again: () => location.reload() };
  });
  const settings = live('settings', {}, undefined);
  const commands = createCommands(target);
  const waysOut = createWaysOut(known, target, page, commands);
  const ask = signal<Ask | undefined>(undefined);
  const chosen = signal<ItemId | undefined>(undefined);

  /** The item that the page is about, where it is in the inventory. */
  const pageItem = computed(() => {
    const view = page.value;
    return view?.kind === 'item' || view?.kind === 'closed' ? view.item : undefined;
  });
  /** What a key acts on: the chosen row of the started ones, else the page's item. */
  const subject = computed(() => {
    const id = chosen.value;
    const ofPage = pageItem.value;
    return quick.value?.started.find((row) => row.id === id) ?? ofPage;
  });

  const choose = (id: ItemId | undefined) => {
    chosen.value = id;
  };
  const askFor = (question: Ask | undefined) => {
    ask.value = question;
  };

  /** Begins: hello, then the capture that an opening may be. Gives what stops it again. */
  function open(): () => void {
    void send('surface.hello', {});
    void waysOut.look();
    let isDecided = false;
    const stop = effect(() => {
      const captures = openingCaptures(page.value, settings.value);
      if (isDecided || captures === undefined) return;
      isDecided = true;
      if (captures) void commands.capture();
    });
    const silence = setTimeout(() => {
      if (!page.peek()) commands.problem.value = { code: 'unreachable', again: () => location.reload() };
    }, SILENCE_MS);
    return () => {
      clearTimeout(silence);
      stop();
    };
  }

  return {
    page,
    quick,
    settings,
    ask,
    chosen,
    pageItem,
    subject,
    choose,
    askFor,
    open,
    ...commands,
    ...waysOut,
  };
}
