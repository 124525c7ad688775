import { useState } from 'preact/hooks';
import { formatNumber, t } from '@/utils/i18n';
import type { DeskState } from '../desk-state';
import { Field } from './field';

type Props = {
  name: string;
  desk: DeskState;
  label: string;
  why: string;
  value: string;
  /** Most characters. */
  most: number;
  onSave: (value: string) => void;
};

/** A line of text, saved when the field is left or Enter is pressed. */
export function TextField({ name, desk, label, why, value, most, onSave }: Props) {
  const [typed, setTyped] = useState<string | undefined>();
  const isTooLong = (typed ?? value).length > most;
  const change = (next: string) => {
    setTyped(next.length > most ? next : undefined);
    if (next.length <= most && next !== value) onSave(next);
  };
  const wrong = isTooLong ? t('settings_me_wrong', formatNumber(most)) : undefined;
  return (
    <Field name={name} desk={desk} label={label} controlId={name} why={why} wrong={wrong}>
      <input
        id={name}
        class="input"
        dir="auto"
        autocomplete="off"
        value={typed ?? value}
        aria-invalid={isTooLong}
        aria-describedby={isTooLong ? `${name}-wrong` : `${name}-why`}
        onChange={(event) => change(event.currentTarget.value.trim())}
      />
    </Field>
  );
}
