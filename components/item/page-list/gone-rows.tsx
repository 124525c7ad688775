import { useState } from 'preact/hooks';
import { Icon } from '@/components/icons/icon';
import { markOf, StateMark } from '@/components/icons/state-mark';
import { Button } from '@/components/ui/button';
import { t } from '@/utils/i18n';
import { displayText } from '@/utils/model/display-text';
import type { ItemId } from '@/utils/model/ids';
import { isOpen } from '@/utils/model/item';
import type { ListPart } from '@/utils/model/row';

type Props = {
  gone: ListPart['gone'];
  /** "2 gone since Monday". */
  heading: string;
  onDone: (id: ItemId) => void;
  onOpen: (id: ItemId) => void;
};

/** What the visit before had and this one has not, folded; what is still open here can be done from it. */
export function GoneRows({ gone, heading, onDone, onOpen }: Props) {
  const [isOpened, setOpened] = useState(false);
  if (gone.length === 0) return null;
  return (
    <section class="gone-rows">
      <h3>
        <button type="button" aria-expanded={isOpened} onClick={() => setOpened(!isOpened)}>
          <Icon name="fold" />
          <span>{heading}</span>
        </button>
      </h3>
      {isOpened && (
        <ul>
          {gone.map(({ key, title, item }) => (
            <li key={key}>
              {item && <StateMark mark={markOf(item)} />}
              <span class="gone-row-words">
                {item ? (
                  <button type="button" class="gone-row-title" onClick={() => onOpen(item.id)}>
                    <bdi dir="auto">{displayText(title)}</bdi>
                  </button>
                ) : (
                  <bdi class="gone-row-title" dir="auto">
                    {displayText(title)}
                  </bdi>
                )}
                {!item && <span class="gone-row-unknown">{t('list_gone_unknown')}</span>}
              </span>
              {item && isOpen(item.state) && (
                <Button label={t('list_gone_done', displayText(title))} onPress={() => onDone(item.id)}>
                  {t('deed_done')}
                </Button>
              )}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
