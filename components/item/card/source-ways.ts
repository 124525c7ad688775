import { t } from '@/utils/i18n';
import type { Way } from '@/utils/model/draft';
import type { ItemSource } from '@/utils/model/item';

/** Every way back to a source: the one that worked last first, then its address, then what else there is. */
export function waysTo({ ways = [], way }: ItemSource): Way['by'][] {
  const all = new Set<Way['by']>(['address', ...ways.map(({ by }) => by)]);
  return way && all.delete(way) ? [way, ...all] : [...all];
}

/** What a way back is called in a menu. */
export function wayName(by: Way['by']): string {
  switch (by) {
    case 'address':
      return t('way_address');
    case 'account':
      return t('way_account');
    case 'search':
      return t('way_search');
    case 'text':
      return t('way_text');
  }
}
