/** What surfaces are told, held against the model. */
import type { Page } from '@playwright/test';
import type { ViewName, ViewValues } from '@/utils/messaging/views';
import { LISTS, type Item, type List } from '@/utils/model/item';
import type { ItemCard, ListPage } from '@/utils/model/row';
import { listOf, type Expected, type Model } from './model';

type Ask = { name: ViewName; args: object };
type Port = {
  postMessage(message: object): void;
  disconnect(): void;
  onMessage: { addListener(take: (m: { watch: number; value: unknown; problem?: string }) => void): void };
  onDisconnect: { addListener(take: () => void): void };
};

/** A port takes no more questions at once. */
const AT_ONCE = 30;

/** The first answer to each of many questions; asked again where the worker died. */
export async function toldAll(page: Page, asks: readonly Ask[]): Promise<unknown[]> {
  const answers: unknown[] = [];
  for (let start = 0; start < asks.length; start += AT_ONCE)
    answers.push(...(await toldBy(page, asks.slice(start, start + AT_ONCE))));
  return answers;
}

/** The same over one port. */
function toldBy(page: Page, asks: readonly Ask[]): Promise<unknown[]> {
  return page.evaluate(async (all) => {
    // A page of the extension has it.
    const { runtime } = (globalThis as unknown as { chrome: { runtime: { connect(how: object): Port } } })
      .chrome;
    const attempt = () =>
      new Promise<unknown[] | undefined>((resolve) => {
        const answers = new Map<number, unknown>();
        const port = runtime.connect({ name: 'views' });
        port.onDisconnect.addListener(() => resolve(undefined));
        port.onMessage.addListener(({ watch, value, problem }) => {
          answers.set(watch, problem === undefined ? value : { problem });
          if (answers.size < all.length) return;
          port.disconnect();
          resolve(all.map((_, at) => answers.get(at + 1)));
        });
        for (const [at, { name, args }] of all.entries()) port.postMessage({ watch: at + 1, name, args });
      });
    for (let tries = 0; tries < 20; tries += 1) {
      const late = new Promise<undefined>((done) => setTimeout(() => done(undefined), 5_000));
      const answers = await Promise.race([attempt(), late]);
      if (answers) return answers;
    }
    throw new Error('no view was told');
  }, asks);
}

const isProblem = (value: unknown): value is { problem: string } =>
  typeof value === 'object' && value !== null && 'problem' in value;

/** One view. Throws what keeps it from being given. */
export async function toldOne<N extends ViewName>(page: Page, name: N, args: object): Promise<ViewValues[N]> {
  const [value] = await toldAll(page, [{ name, args }]);
  if (isProblem(value)) throw new Error(`${name} cannot be given: ${value.problem}`);
  return value as ViewValues[N]; // the background answers each view with its own value
}

/** Ids of all items by the list they are in. */
async function allLists(page: Page): Promise<Map<string, List>> {
  const found = new Map<string, List>();
  for (const list of LISTS) {
    let after: ListPage['next'];
    do {
      const part: ListPage = await toldOne(page, 'list', { list, limit: 100, ...(after && { after }) });
      for (const { id } of part.rows) found.set(id, list);
      after = part.next;
    } while (after);
  }
  return found;
}

const openOf = (all: Item['waits'] | Item['blocks']): number =>
  all.filter(({ endedAt }) => endedAt === undefined).length;

type Now = { model: Model; today: string };

function itemDiffers(
  id: string,
  wanted: Expected,
  card: ItemCard | undefined,
  { model, today }: Now,
): string | undefined {
  if (!card) return `${id} ("${wanted.title}") is not there`;
  const { item } = card;
  if (wanted.mergedInto !== undefined) {
    // A merged item shows what it became in the end.
    const became = endOf(wanted.mergedInto, model);
    return item.id === became ? undefined : `${id} became ${item.id} for ${became}`;
  }
  const pairs: Record<string, [unknown, unknown]> = {
    title: [item.title, wanted.title],
    note: [item.note, wanted.note],
    state: [item.state, wanted.state],
    dueDay: [item.dueDay, wanted.dueDay],
    planDay: [item.planDay, wanted.planDay],
    startAfterDay: [item.startAfterDay, wanted.startAfterDay],
    trashed: [item.trashedAt !== undefined, wanted.isTrashed],
    mergedInto: [item.mergedInto, wanted.mergedInto],
    sources: [keys(item.sources), keys(wanted.sources)],
    waits: [openOf(item.waits), wanted.waits.length],
    blocks: [openOf(item.blocks), wanted.blocks.length],
    list: [card.row.list, listOf(wanted, today)],
  };
  const wrong = Object.entries(pairs).filter(([, [is, should]]) => is !== should);
  if (wrong.length === 0) return undefined;
  return wrong
    .map(([field, [is, should]]) => `${field} of ${id}: "${String(is)}" for "${String(should)}"`)
    .join(', ');
}

function endOf(id: string, model: Model): string {
  const next = model.items.get(id)?.mergedInto;
  return next === undefined ? id : endOf(next, model);
}

const keys = (sources: readonly { key: string }[]): string =>
  sources
    .map(({ key }) => key)
    .toSorted()
    .join(' ');

/** Words for the first difference between what the views tell and the model; `all` looks at every item. */
export async function differs(
  page: Page,
  model: Model,
  today: string,
  all: boolean,
): Promise<string | undefined> {
  const ids = all ? [...model.items.keys()] : [...model.touched];
  model.touched.clear();
  const cards = await toldAll(
    page,
    ids.map((id) => ({ name: 'item' as const, args: { id } })),
  );
  for (const [at, id] of ids.entries()) {
    const told = cards[at];
    if (isProblem(told)) return `the card of ${id} cannot be given: ${told.problem}`;
    const card = told as ItemCard | undefined; // the view's value
    const wanted = model.items.get(id);
    const words = wanted
      ? itemDiffers(id, wanted, card, { model, today })
      : card && `${id} ("${card.item.title}") should not be there`;
    if (words) return words;
  }
  if (!all) return undefined;
  const lists = await allLists(page);
  if (lists.size !== model.items.size)
    return `${lists.size} items in all lists, ${model.items.size} expected`;
  for (const [id, item] of model.items)
    if (lists.get(id) !== listOf(item, today)) return `${id} in ${lists.get(id)} for ${listOf(item, today)}`;
  return undefined;
}
