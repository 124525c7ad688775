import { ItemPicker } from '@/components/item/item-picker';
import { NotSavedLine } from '@/components/ui/not-saved';
import { t } from '@/utils/i18n';
import type { ItemRow } from '@/utils/model/row';
import { searchItems } from './search-items';
import { save } from './saving';
import type { Sidebar } from './sidebar';
import { useSave } from './use-save';

type Props = { sidebar: Sidebar; row: ItemRow; onClose: () => void };

/** Another item that is the same piece of work: its sources and history come into this one. */
export function MergeForm({ sidebar, row, onClose }: Props) {
  const { problem, done, closeWhenSaved } = useSave(onClose);
  return (
    <div class="ask-form">
      <ItemPicker
        label={t('ask_merge', row.title)}
        search={searchItems(sidebar)}
        except={row.id}
        onPick={(other) => void closeWhenSaved(save(sidebar, 'item.merge', { from: other.id, into: row.id }))}
      />
      <p class="ask-hint">{t('ask_merge_hint')}</p>
      {problem && <NotSavedLine problem={problem} onChange={done} />}
    </div>
  );
}
