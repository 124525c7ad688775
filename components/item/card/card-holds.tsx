import { StateMark } from '@/components/icons/state-mark';
import { Button } from '@/components/ui/button';
import { t } from '@/utils/i18n';
import type { Day } from '@/utils/model/day';
import { displayText } from '@/utils/model/display-text';
import type { ItemCard } from '@/utils/model/row';
import { dayWord } from '../day-words';
import { agoWords } from '../time-words';
import type { CardDeeds } from './card-deeds';

type Props = { card: ItemCard; today: Day; now: number; deeds: CardDeeds };

/** What holds the item up now: each wait and each block, with its end. */
export function CardHolds({ card, today, now, deeds }: Props) {
  const waits = card.item.waits.filter((wait) => wait.endedAt === undefined);
  if (waits.length === 0 && card.blockedBy.length === 0) return null;
  return (
    <ul class="card-holds">
      {waits.map((wait) => (
        <li key={wait.id}>
          <StateMark mark="waiting" />
          <span>
            <bdi>{t('reason_waiting_on', displayText(wait.on))}</bdi> · {agoWords(wait.since, now)}
            {wait.followUpDay && ` · ${t('hold_follow_up', dayWord(wait.followUpDay, today))}`}
            {wait.reason && <bdi> · {displayText(wait.reason)}</bdi>}
          </span>
          <Button label={`${t('hold_end')}: ${t('wait_end')}`} onPress={() => deeds.endWait(wait.id)}>
            {t('hold_end')}
          </Button>
        </li>
      ))}
      {card.blockedBy.map(({ blockId, title, itemId }) => (
        <li key={blockId}>
          <StateMark mark="blocked" />
          {itemId ? (
            <button type="button" class="card-link" onClick={() => deeds.openItem(itemId)}>
              {t('reason_blocked', displayText(title))}
            </button>
          ) : (
            <bdi>{t('reason_blocked', displayText(title))}</bdi>
          )}
          <Button label={`${t('hold_end')}: ${t('block_end')}`} onPress={() => deeds.endBlock(blockId)}>
            {t('hold_end')}
          </Button>
        </li>
      ))}
    </ul>
  );
}
