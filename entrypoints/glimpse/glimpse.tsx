import { markName, markOf, StateMark } from '@/components/icons/state-mark';
import { rowFacts } from '@/components/item/row-facts';
import { SourceMark, toolName } from '@/components/item/source-mark';
import { t } from '@/utils/i18n';
import { systemClock } from '@/utils/model/clock';
import { dayOf } from '@/utils/model/day';
import { displayText } from '@/utils/model/display-text';
import type { ItemRow } from '@/utils/model/row';

type Props = { row: ItemRow | undefined; open: () => void };

/** Title, state, one reason and where it is: three lines, and the way to more. */
export function Glimpse({ row, open }: Props) {
  if (!row) return <p class="glimpse glimpse-gone">{t('glimpse_gone')}</p>;
  const { source } = row;
  const mark = markOf(row);
  const place = source && (source.label ? displayText(source.label) : toolName(source.product, source.host));
  // Where it is has a line of its own.
  const [reason] = rowFacts(row, dayOf(systemClock.now(), systemClock.zone())).filter(
    ({ text }) => text !== place,
  );
  return (
    <main class="glimpse">
      <p class="glimpse-title">
        <StateMark mark={mark} />
        <bdi dir="auto">{displayText(row.title)}</bdi>
      </p>
      <p class="glimpse-state">
        {markName(mark)}
        {reason && (
          <>
            {' · '}
            <bdi class={reason.tone}>{reason.text}</bdi>
          </>
        )}
      </p>
      <p class="glimpse-foot">
        {source && <SourceMark product={source.product} host={source.host} />}
        <bdi class="glimpse-source">{place}</bdi>
        <button class="glimpse-open" type="button" onClick={(event) => event.isTrusted && open()}>
          {t('glimpse_open')}
        </button>
      </p>
    </main>
  );
}
