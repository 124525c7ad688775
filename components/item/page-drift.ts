import { isOpen } from '@/utils/model/item';
import type { Drift, PageView } from '@/utils/model/row';

/** What the page of an item says otherwise: as it was read now, else as its source was seen last. */
export function driftOfPage({
  item,
  draft,
  drift,
}: Extract<PageView, { kind: 'item' }>): Omit<Drift, 'sinceDay'> | undefined {
  return drift ? { ...drift, host: draft.host, over: isOpen(item.state) } : item.drift;
}
