import { useState } from 'preact/hooks';
import { NotSavedLine } from '@/components/ui/not-saved';
import { t } from '@/utils/i18n';
import { addDays } from '@/utils/model/day';
import { isDay } from '@/utils/model/is-day';
import type { ItemRow } from '@/utils/model/row';
import { save } from './saving';
import type { Sidebar } from './sidebar';
import { useSave } from './use-save';

type Props = { sidebar: Sidebar; row: ItemRow; onClose: () => void };

/** Any day on which an item comes back. */
export function SnoozeDay({ sidebar, row, onClose }: Props) {
  const first = addDays(sidebar.today.value, 1);
  const [day, setDay] = useState<string>(row.startAfterDay ?? first);
  const { problem, isSaving, done, closeWhenSaved } = useSave(onClose);
  const send = (event: SubmitEvent) => {
    event.preventDefault();
    if (isDay(day)) void closeWhenSaved(save(sidebar, 'item.snooze', { id: row.id, untilDay: day }));
  };
  return (
    <form class="ask-form" onSubmit={send}>
      <input
        class="input"
        type="date"
        required
        aria-label={t('ask_snooze_day')}
        min={first}
        value={day}
        onInput={(event) => setDay(event.currentTarget.value)}
      />
      {problem && <NotSavedLine problem={problem} onChange={done} />}
      <div class="ask-end">
        <button type="submit" class="button button-go" disabled={isSaving}>
          {t('deed_snooze')}
        </button>
      </div>
    </form>
  );
}
