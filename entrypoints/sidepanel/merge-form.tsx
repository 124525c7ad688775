import { ItemPicker } from '@/components/item/item-picker';
import { Button } from '@/components/ui/button';
import { NotSavedLine } from '@/components/ui/not-saved';
import { t } from '@/utils/i18n';
import { displayText } from '@/utils/model/display-text';
import type { ItemRow } from '@/utils/model/row';
import { searchItems } from './search-items';
import { save } from './saving';
import type { Sidebar } from './sidebar';
import { useSave } from './use-save';

/** `other` is the item that was suggested; absent: any can be looked for. */
type Props = { sidebar: Sidebar; row: ItemRow; other?: ItemRow | undefined; onClose: () => void };

/** Another item that is the same piece of work: its sources and history come into this one. */
export function MergeForm({ sidebar, row, other, onClose }: Props) {
  const { problem, isSaving, done, closeWhenSaved } = useSave(onClose);
  const merge = (from: ItemRow) =>
    void closeWhenSaved(save(sidebar, 'item.merge', { from: from.id, into: row.id }));
  return (
    <div class="ask-form">
      {other ? (
        <>
          <p>{t('ask_merge_with', displayText(other.title), displayText(row.title))}</p>
          <div class="ask-end">
            <Button look="go" disabled={isSaving} onPress={() => merge(other)}>
              {t('ask_merge_do')}
            </Button>
          </div>
        </>
      ) : (
        <>
          <ItemPicker
            label={t('ask_merge', row.title)}
            search={searchItems(sidebar)}
            except={row.id}
            onPick={merge}
          />
          <p class="ask-hint">{t('ask_merge_hint')}</p>
        </>
      )}
      {problem && <NotSavedLine problem={problem} onChange={done} />}
    </div>
  );
}
