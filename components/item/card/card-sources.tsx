import { useState } from 'preact/hooks';
import { Button } from '@/components/ui/button';
import { Menu } from '@/components/ui/menu';
import { t } from '@/utils/i18n';
import { displayText } from '@/utils/model/display-text';
import type { ItemSource } from '@/utils/model/item';
import { hasOtherLetters, HostName } from '../host-name';
import { Quote } from '../quote';
import { SourceMark, toolName } from '../source-mark';
import { agoWords } from '../time-words';
import type { CardDeeds } from './card-deeds';
import { wayName, waysTo } from './source-ways';

type Props = { sources: readonly ItemSource[]; now: number; deeds: CardDeeds };

/** Where the item is at home: each source with its ways there; with more than one, each can leave. */
export function CardSources({ sources, now, deeds }: Props) {
  if (sources.length === 0) return null;
  return (
    <section class="card-part">
      <h2>{t('card_sources')}</h2>
      <ul class="card-sources">
        {sources.map((source) => (
          <li key={source.key}>
            <div class="card-source">
              <SourceMark product={source.product} host={source.host} />
              <SourceWords source={source} now={now} />
              <Ways source={source} deeds={deeds} />
            </div>
            <OtherLetters host={source.host} />
            <Quote quote={source.quote} title={source.title} />
            {sources.length > 1 && (
              <Button
                look="plain"
                icon="split"
                label={t('source_split', nameOf(source))}
                onPress={() => deeds.split(source.key)}
              >
                {t('source_split_short')}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Whoever sits at such a host may only pretend to be the tool that was recognised there. */
const OtherLetters = ({ host }: { host: string }) =>
  hasOtherLetters(host) ? (
    <p class="card-source-host">
      <HostName host={host} />
    </p>
  ) : null;

function SourceWords({ source, now }: { source: ItemSource; now: number }) {
  const seen = t('page_seen', agoWords(source.lastSeenAt, now));
  return (
    <span class="card-source-words">
      <bdi class="card-source-name">{nameOf(source)}</bdi>
      <span class="card-source-seen">
        {[source.status && displayText(source.status), seen].filter(Boolean).join(' · ')}
      </span>
    </span>
  );
}

/** The way there; where there are several, a menu of them beside it. */
function Ways({ source, deeds }: { source: ItemSource; deeds: CardDeeds }) {
  const [at, setAt] = useState<{ x: number; y: number } | undefined>();
  const ways = waysTo(source);
  const items = ways.map((by) => ({
    name: wayName(by),
    ...(by === source.way && { aside: t('way_last') }),
    onPick: () => deeds.openSource(source.key, by),
  }));
  return (
    <>
      <Button
        look="plain"
        icon="open"
        label={t('source_open', nameOf(source))}
        onPress={() => deeds.openSource(source.key)}
      />
      {ways.length > 1 && (
        <Button
          look="plain"
          icon="fold"
          opens="menu"
          label={t('source_ways', nameOf(source))}
          onPress={({ clientX, clientY }) => setAt({ x: clientX, y: clientY })}
        />
      )}
      {at && (
        <Menu
          label={t('source_ways', nameOf(source))}
          items={items}
          at={at}
          onClose={() => setAt(undefined)}
        />
      )}
    </>
  );
}

const nameOf = (source: ItemSource): string => {
  const tool = toolName(source.product, source.host);
  return source.label ? `${displayText(source.label)} · ${tool}` : tool;
};
