import { useId, useState } from 'preact/hooks';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { NotSavedLine } from '@/components/ui/not-saved';
import { t } from '@/utils/i18n';
import { isDay } from '@/utils/model/is-day';
import type { ItemRow } from '@/utils/model/row';
import { daysAhead } from './days-ahead';
import { SECTIONS } from './sections';
import { save } from './saving';
import type { Sidebar } from './sidebar';
import { useKeptWords } from './use-kept-words';
import { useSave } from './use-save';

type Props = { sidebar: Sidebar; row: ItemRow; onClose: () => void };

/** On whom or what an item waits, and when to ask again. */
export function WaitForm({ sidebar, row, onClose }: Props) {
  const [on, setOn] = useState(row.waiting?.on ?? '');
  useKeptWords(`${row.id}:wait`, on, setOn);
  const [followUp, setFollowUp] = useState('');
  const { problem, isSaving, done, closeWhenSaved } = useSave(onClose);
  const people = useId();
  const send = (event: SubmitEvent) => {
    event.preventDefault();
    if (on.trim() === '') return;
    const day = isDay(followUp) ? { followUpDay: followUp } : {};
    void closeWhenSaved(save(sidebar, 'item.wait', { id: row.id, on: on.trim(), ...day }));
  };
  return (
    <form class="ask-form" onSubmit={send}>
      <input
        class="input"
        type="text"
        aria-label={t('ask_wait')}
        maxLength={200}
        list={people}
        autocomplete="off"
        placeholder={t('ask_wait_example')}
        value={on}
        onInput={(event) => setOn(event.currentTarget.value)}
      />
      <datalist id={people}>
        {peopleKnown(sidebar).map((person) => (
          <option key={person}>{person}</option>
        ))}
      </datalist>
      <Field label={t('ask_follow_up')}>
        <input
          class="input"
          type="date"
          min={sidebar.today.value}
          value={followUp}
          onInput={(event) => setFollowUp(event.currentTarget.value)}
        />
      </Field>
      <div class="ask-days">
        {daysAhead(sidebar.today.value).map(({ name, day }) => (
          <Button key={day} onPress={() => setFollowUp(day)}>
            {name}
          </Button>
        ))}
      </div>
      {problem && <NotSavedLine problem={problem} onChange={done} />}
      <div class="ask-end">
        {row.waiting && (
          <Button onPress={() => void closeWhenSaved(save(sidebar, 'item.endWait', { id: row.id }))}>
            {t('wait_end')}
          </Button>
        )}
        <button type="submit" class="button button-go" disabled={isSaving}>
          {t('deed_wait')}
        </button>
      </div>
    </form>
  );
}

/** The people that the loaded rows name, each once. */
function peopleKnown(sidebar: Sidebar): string[] {
  const rows = SECTIONS.flatMap((section) => sidebar.sections.lists[section].rows.peek());
  const names = rows.flatMap((row) => [row.waiting?.on, row.requester, row.owner]);
  return [...new Set(names.filter((name) => name !== undefined))].sort().slice(0, 50);
}
