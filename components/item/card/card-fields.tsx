import type { ComponentChildren } from 'preact';
import { t } from '@/utils/i18n';
import { addDays, type Day } from '@/utils/model/day';
import type { Importance, Item } from '@/utils/model/item';
import { LIMITS } from '@/utils/model/limits';
import type { ItemRow } from '@/utils/model/row';
import type { CardDeeds } from './card-deeds';
import { EditDay } from './edit-day';
import { EditTags } from './edit-tags';
import { EditText } from './edit-text';

type Props = { item: Item; row: ItemRow; today: Day; deeds: CardDeeds };

const IMPORTANCES: readonly Importance[] = [3, 2, 1, 0];

/** Every field of an item, each edited where it stands. */
export function CardFields({ item, row, today, deeds }: Props) {
  const { edit } = deeds;
  return (
    <div class="card-fields">
      <Line name={t('field_importance')}>
        <select
          class="input"
          aria-label={t('field_importance')}
          value={String(item.importance)}
          // The values are those of the options below.
          onChange={(event) => void edit({ importance: Number(event.currentTarget.value) as Importance })}
        >
          {IMPORTANCES.map((importance) => (
            <option key={importance} value={String(importance)}>
              {t(`importance_${importance}`)}
            </option>
          ))}
        </select>
      </Line>
      <Line name={t('field_due')}>
        <EditDay label={t('field_due')} day={item.dueDay} onSave={(dueDay) => edit({ dueDay })} />
      </Line>
      <Line name={t('field_promised')}>
        <EditDay
          label={t('field_promised')}
          day={item.promisedDay}
          onSave={(promisedDay) => edit({ promisedDay })}
        />
      </Line>
      <Line name={t('field_snoozed')}>
        <EditDay
          label={t('field_snoozed')}
          day={item.startAfterDay}
          first={addDays(today, 1)}
          onSave={deeds.snooze}
        />
      </Line>
      <People item={item} deeds={deeds} />
      <Line name={t('field_size')}>
        <EditText
          label={t('field_size')}
          value={item.sizeMinutes === undefined ? '' : String(item.sizeMinutes)}
          limit={6}
          placeholder={t('field_size_example')}
          onSave={async (text) => edit({ sizeMinutes: minutesOf(text) })}
        />
      </Line>
      <Line name={t('field_tags')}>
        <EditTags tags={item.tags} onSave={(tags) => edit({ tags })} />
      </Line>
      <label class="card-check">
        <input
          type="checkbox"
          checked={row.list === 'today'}
          onChange={(event) => deeds.plan(event.currentTarget.checked)}
        />
        {t('menu_plan')}
      </label>
      <label class="card-check">
        <input
          type="checkbox"
          checked={item.expedite === 1}
          onChange={(event) => void edit({ expedite: event.currentTarget.checked })}
        />
        {t('field_expedite')}
      </label>
    </div>
  );
}

function People({ item, deeds }: { item: Item; deeds: CardDeeds }) {
  const fields = [
    { field: 'owner', name: t('field_owner'), example: t('field_owner_example') },
    { field: 'requester', name: t('field_requester'), example: '' },
    { field: 'project', name: t('field_project'), example: '' },
  ] as const;
  return (
    <>
      {fields.map(({ field, name, example }) => (
        <Line key={field} name={name}>
          <EditText
            label={name}
            value={item[field] ?? ''}
            limit={LIMITS.person}
            placeholder={example}
            onSave={(text) => deeds.edit({ [field]: text === '' ? null : text })}
          />
        </Line>
      ))}
    </>
  );
}

const Line = ({ name, children }: { name: string; children: ComponentChildren }) => (
  <div class="card-line">
    <span class="card-line-name" aria-hidden="true">
      {name}
    </span>
    {children}
  </div>
);

/** Whole minutes in a text such as "90" or "1.5h"; nothing where there is no number. */
export function minutesOf(text: string): number | null {
  const number = Number.parseFloat(text.replace(',', '.'));
  if (!Number.isFinite(number) || number <= 0) return null;
  const isHours = /h/i.test(text);
  return Math.min(100_000, Math.max(1, Math.round(isHours ? number * 60 : number)));
}
