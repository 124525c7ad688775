import { useState } from 'preact/hooks';
import { formatNumber, t } from '@/utils/i18n';
import type { DeskState } from '../desk-state';
import { Field } from './field';

type Props = {
  name: string;
  desk: DeskState;
  label: string;
  why?: string;
  value: number;
  least: number;
  most: number;
  /** Also as a slider, named so for those who listen. */
  sliderLabel?: string;
  onSave: (value: number) => void;
};

/** A whole number. It is saved when the field is left or Enter is pressed, and only when it is one. */
export function NumberField(props: Props) {
  const { name, desk, label, why, value, least, most, sliderLabel, onSave } = props;
  const [typed, setTyped] = useState<string | undefined>();
  const text = typed ?? String(value);
  const isRight = isWhole(text, least, most);
  const change = (next: string) => {
    const isGood = isWhole(next, least, most);
    // A wrong number stays in its field, so that it can be mended.
    setTyped(isGood ? undefined : next);
    if (isGood && Number(next) !== value) onSave(Number(next));
  };
  const wrong = isRight ? undefined : t('settings_width_wrong', formatNumber(least), formatNumber(most));
  return (
    <Field name={name} desk={desk} label={label} controlId={name} why={why} wrong={wrong}>
      {sliderLabel && (
        <input
          type="range"
          aria-label={sliderLabel}
          min={least}
          max={most}
          value={isRight ? text : value}
          onInput={(event) => setTyped(event.currentTarget.value)}
          onChange={(event) => change(event.currentTarget.value)}
        />
      )}
      <input
        id={name}
        class="input input-number"
        inputMode="numeric"
        autocomplete="off"
        value={text}
        aria-invalid={!isRight}
        aria-describedby={isRight ? `${name}-why` : `${name}-wrong`}
        onChange={(event) => change(event.currentTarget.value.trim())}
      />
    </Field>
  );
}

const isWhole = (text: string, least: number, most: number): boolean =>
  /^\d{1,4}$/.test(text) && Number(text) >= least && Number(text) <= most;
