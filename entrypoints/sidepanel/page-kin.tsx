import { markOf, StateMark } from '@/components/icons/state-mark';
import { SourceMark } from '@/components/item/source-mark';
import { Button } from '@/components/ui/button';
import { Kbd } from '@/components/ui/kbd';
import { t } from '@/utils/i18n';
import { displayText } from '@/utils/model/display-text';
import type { ItemRow, PageView } from '@/utils/model/row';
import { run } from './saving';
import type { Sidebar } from './sidebar';
import './page-kin.css';

/** Items shown of each kind; the likeliest come first. */
const SHOWN = 3;

/** Items that the page names: it may be a further source of one of them. */
export const Named = ({ sidebar, named }: { sidebar: Sidebar; named: readonly ItemRow[] }) => (
  <>
    {named.slice(0, SHOWN).map((item, place) => (
      <button
        key={item.id}
        type="button"
        class="page-named"
        {...(place === 0 && { 'aria-keyshortcuts': 'a' })}
        onClick={() => void run(sidebar, 'page.capture', { attachTo: item.id })}
      >
        {item.source && <SourceMark product={item.source.product} host={item.source.host} />}
        <span>
          {t('page_attach', displayText(item.source?.label ?? item.title))}
          <bdi class="page-named-title" dir="auto">
            {displayText(item.title)}
          </bdi>
        </span>
        {place === 0 && <Kbd keys="a" />}
      </button>
    ))}
  </>
);

type AlikeProps = { sidebar: Sidebar; page: Extract<PageView, { kind: 'item' | 'draft' }> };

/** Items with the same words: what is not captured yet can be attached to one, what is can be merged. Never by itself. */
export function Alike({ sidebar, page }: AlikeProps) {
  // What is named is offered already.
  const named = page.kind === 'draft' ? page.named.slice(0, SHOWN).map(({ id }) => id) : [];
  const alike = (page.alike ?? []).filter(({ id }) => !named.includes(id)).slice(0, SHOWN);
  if (alike.length === 0) return null;
  return (
    <section class="page-kin" aria-label={t('page_alike')}>
      <h3>{t('page_alike')}</h3>
      <ul>
        {alike.map((other) => (
          <li key={other.id}>
            <Kin sidebar={sidebar} row={other} />
            {page.kind === 'draft' ? (
              <Button
                label={t('page_alike_attach_name', displayText(other.title))}
                onPress={() => void run(sidebar, 'page.capture', { attachTo: other.id })}
              >
                {t('page_alike_attach')}
              </Button>
            ) : (
              <Button
                opens="dialog"
                label={t('page_alike_merge_name', displayText(other.title))}
                onPress={({ clientX, clientY }) =>
                  sidebar.putAsk({ kind: 'merge', row: page.item, other, at: { x: clientX, y: clientY } })
                }
              >
                {t('page_alike_merge')}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Asks that were captured from this page: a conversation holds many. */
export function AsksFromHere({ sidebar, asks }: { sidebar: Sidebar; asks: readonly ItemRow[] | undefined }) {
  if (!asks || asks.length === 0) return null;
  return (
    <section class="page-kin" aria-label={t('page_asks')}>
      <h3>{t('page_asks')}</h3>
      <ul>
        {asks.map((row) => (
          <li key={row.id}>
            <Kin sidebar={sidebar} row={row} />
          </li>
        ))}
      </ul>
    </section>
  );
}

/** An item by state and title; pressing it opens its card. */
const Kin = ({ sidebar, row }: { sidebar: Sidebar; row: ItemRow }) => (
  <button type="button" class="page-kin-item" onClick={() => sidebar.show({ kind: 'card', id: row.id })}>
    <StateMark mark={markOf(row)} />
    <bdi dir="auto">{displayText(row.title)}</bdi>
  </button>
);
