import { Button } from '@/components/ui/button';
import { t } from '@/utils/i18n';
import { displayText } from '@/utils/model/display-text';
import type { ItemSource } from '@/utils/model/item';
import { agoWords } from '../time-words';
import { SourceMark, toolName } from '../source-mark';
import type { CardDeeds } from './card-deeds';

type Props = { sources: readonly ItemSource[]; now: number; deeds: CardDeeds };

/** Where the item is at home: each source with a way there; with more than one, each can leave. */
export function CardSources({ sources, now, deeds }: Props) {
  if (sources.length === 0) return null;
  return (
    <section class="card-part">
      <h2>{t('card_sources')}</h2>
      <ul class="card-sources">
        {sources.map((source) => (
          <li key={source.key}>
            <SourceMark product={source.product} host={source.host} />
            <span class="card-source-words">
              <bdi class="card-source-name">{nameOf(source)}</bdi>
              <span class="card-source-seen">
                {[
                  source.status && displayText(source.status),
                  t('page_seen', agoWords(source.lastSeenAt, now)),
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </span>
            </span>
            <Button
              look="plain"
              icon="open"
              label={t('source_open', nameOf(source))}
              onPress={() => deeds.openSource(source.key)}
            />
            {sources.length > 1 && (
              <Button
                look="plain"
                icon="split"
                label={t('source_split', nameOf(source))}
                onPress={() => deeds.split(source.key)}
              />
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

const nameOf = (source: ItemSource): string => {
  const tool = toolName(source.product, source.host);
  return source.label ? `${displayText(source.label)} · ${tool}` : tool;
};
