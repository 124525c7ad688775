import { t, tCount } from '@/utils/i18n';
import type { Day } from '@/utils/model/day';
import type { ItemCard } from '@/utils/model/row';
import { agoWords, momentWords } from '../time-words';
import { historyText } from './history-text';

/** What happened to the item, latest first; what was undone is struck through. */
export function CardHistory({ card, today, now }: { card: ItemCard; today: Day; now: number }) {
  const rest = card.historyCount - card.history.length;
  return (
    <section class="card-part">
      <h2>{t('card_history')}</h2>
      <ol class="card-history">
        {card.history.map((line) => (
          <li key={line.id}>
            {line.undone ? (
              <s>
                <span class="heard">{t('history_undone')} </span>
                <bdi>{historyText(line, today)}</bdi>
              </s>
            ) : (
              <bdi>{historyText(line, today)}</bdi>
            )}
            <time title={momentWords(line.at)} dateTime={new Date(line.at).toISOString()}>
              {agoWords(line.at, now)}
            </time>
          </li>
        ))}
      </ol>
      {rest > 0 && <p class="card-soft">{tCount('history_more', rest)}</p>}
    </section>
  );
}
