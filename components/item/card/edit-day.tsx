import { useState } from 'preact/hooks';
import { Button } from '@/components/ui/button';
import { NotSavedLine, type NotSaved } from '@/components/ui/not-saved';
import { t } from '@/utils/i18n';
import type { Day } from '@/utils/model/day';
import { isDay } from '@/utils/model/is-day';

type Props = {
  label: string;
  day: Day | undefined;
  /** No day before this one. */
  first?: Day;
  onSave: (day: Day | null) => Promise<NotSaved | undefined> | void;
};

/** A day that is edited where it stands; a cross beside it takes it away. */
export function EditDay({ label, day, first, onSave }: Props) {
  const [problem, setProblem] = useState<NotSaved | undefined>();
  const save = async (next: Day | null) => setProblem((await onSave(next)) ?? undefined);
  return (
    <div class="edit-day">
      <input
        class="input"
        type="date"
        aria-label={label}
        min={first}
        value={day ?? ''}
        data-empty={day ? undefined : ''}
        onChange={(event) => {
          const next = event.currentTarget.value;
          if (isDay(next) && next !== day) void save(next);
        }}
      />
      {day && (
        <Button look="plain" icon="close" label={t('field_clear', label)} onPress={() => void save(null)} />
      )}
      {problem && <NotSavedLine problem={problem} onChange={setProblem} />}
    </div>
  );
}
