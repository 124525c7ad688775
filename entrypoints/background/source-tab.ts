import { browser } from '@/utils/browser';
import type { Inventory } from '@/storage/inventory';
import { type CommandId, type ItemId, newId, type SourceKey } from '@/utils/model/ids';
import { addressToOpen } from '@/utils/model/address-to-open';
import type { Clock } from '@/utils/model/clock';
import type { Way } from '@/utils/model/draft';
import type { Observer } from './observe';
import type { Pages } from './pages';

/** The best way first: the right account before the bare address, a search only where nothing else is left. */
const USUAL_ORDER: Way['by'][] = ['account', 'text', 'address', 'search'];

type With = { inventory: Inventory; pages: Pages; observer: Observer; clock: Clock };
type Asked = { id: ItemId; key?: SourceKey | undefined; by?: Way['by'] | undefined };

/**
 * Goes to an item's source: to the tab that shows it where there is one, else by the way that the person names,
 * else by the one that worked last, else by the best there is. False when it has none.
 */
export async function openSource(
  { inventory, pages, observer, clock }: With,
  { id, key, by }: Asked,
): Promise<boolean> {
  const source = await inventory.sourceOf(id, key);
  if (!source) return false;
  if (by === undefined)
    for (const [tabId, shown] of await pages.keys())
      if (shown === source.key && (await comeForward(tabId))) return true;
  const way = wayTo(source, by);
  const url = way && addressToOpen(way.url);
  if (!way || !url) return false;
  const tab = await browser.tabs.create({ url });
  if (tab.id !== undefined) await observer.sent(tab.id, { id, key: source.key, by: way.by });
  // Taken by hand it is tried first from now on: the person knows that the other one did not lead there.
  if (by !== undefined)
    await inventory.execute(
      newId<CommandId>(clock.now()),
      'item.way',
      { id, key: source.key, by },
      { via: 'rule' },
    );
  return true;
}

type Source = NonNullable<Awaited<ReturnType<Inventory['sourceOf']>>>;

function wayTo({ url, ways = [], way }: Source, by: Way['by'] | undefined): Way | undefined {
  const all: Way[] = [...ways, { by: 'address', url }];
  const order = [...(by ? [by] : []), ...(way ? [way] : []), ...USUAL_ORDER];
  return order
    .flatMap((wanted) => all.filter((each) => each.by === wanted))
    .find((each) => addressToOpen(each.url) !== undefined);
}

async function comeForward(tabId: number): Promise<boolean> {
  try {
    const { windowId } = await browser.tabs.update(tabId, { active: true });
    if (windowId !== undefined) await browser.windows.update(windowId, { focused: true });
    return true;
  } catch {
    // The tab was closed since.
    return false;
  }
}
