import { ItemPicker } from '@/components/item/item-picker';
import { Button } from '@/components/ui/button';
import { NotSavedLine } from '@/components/ui/not-saved';
import { t } from '@/utils/i18n';
import type { ItemRow } from '@/utils/model/row';
import { searchItems } from './search-items';
import { save } from './saving';
import type { Sidebar } from './sidebar';
import { useSave } from './use-save';

type Props = { sidebar: Sidebar; row: ItemRow; onClose: () => void };

/** What stops an item: another item, found by its title, or a reason in words. */
export function BlockForm({ sidebar, row, onClose }: Props) {
  const { problem, done, closeWhenSaved } = useSave(onClose);
  const { id } = row;
  return (
    <div class="ask-form">
      <ItemPicker
        label={t('ask_block')}
        search={searchItems(sidebar)}
        except={id}
        onPick={(other) => void closeWhenSaved(save(sidebar, 'item.block', { id, by: other.id }))}
        onText={(reason) => void closeWhenSaved(save(sidebar, 'item.block', { id, reason }))}
      />
      <p class="ask-hint">{t('ask_block_hint')}</p>
      {problem && <NotSavedLine problem={problem} onChange={done} />}
      {row.isBlocked && (
        <div class="ask-end">
          <Button onPress={() => void closeWhenSaved(save(sidebar, 'item.endBlock', { id }))}>
            {t('block_end')}
          </Button>
        </div>
      )}
    </div>
  );
}
