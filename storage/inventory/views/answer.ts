import type { ViewArgs, ViewValues } from '@/utils/messaging/views';
import type { Settings } from '@/utils/model/settings';
import { allLessons } from '../memory';
import type { InventoryDatabase } from '../schema';
import { card } from './card';
import type { Moment } from './moment';
import { overview, quick } from './overview';
import { pageOf } from './rows';
import type { Search } from './search';

/** Views that the inventory answers; the rest are about tabs and settings. */
export type InventoryView = 'overview' | 'quick' | 'list' | 'item' | 'search' | 'lessons' | 'storage';
type FromTables = Exclude<InventoryView, 'storage'>;

type Asked = { db: InventoryDatabase; search: Search; moment: Moment; settings: Settings };

/** The value of a view at a moment. */
export async function answer<N extends FromTables>(
  { db, search, moment, settings }: Asked,
  name: N,
  args: ViewArgs<N>,
): Promise<ViewValues[N]> {
  const answers: { [V in FromTables]: (given: ViewArgs<V>) => Promise<ViewValues[V]> } = {
    overview: () => overview(db, moment, settings),
    quick: () => quick(db, moment, settings),
    list: ({ list, ...part }) => pageOf(db, list, part, moment),
    item: ({ id }) => card(db, id, moment),
    search: ({ text }) => search.find(text, moment),
    lessons: () => allLessons(db),
  };
  return answers[name](args);
}
