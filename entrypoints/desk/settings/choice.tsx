import type { DeskState } from '../desk-state';
import { Field } from './field';

type Props<Value extends string> = {
  name: string;
  desk: DeskState;
  label: string;
  value: Value;
  options: readonly { value: Value; words: string }[];
  onChoose: (value: Value) => void;
};

/** A few choices side by side, of which one holds. */
export function Choice<Value extends string>({ name, desk, label, value, options, onChoose }: Props<Value>) {
  return (
    <Field name={name} desk={desk} label={label}>
      <fieldset class="choice">
        <legend class="heard">{label}</legend>
        {options.map((option) => (
          <label key={option.value} class="choice-option">
            <input
              type="radio"
              class="heard"
              name={name}
              value={option.value}
              checked={option.value === value}
              onChange={() => onChoose(option.value)}
            />
            <span>{option.words}</span>
          </label>
        ))}
      </fieldset>
    </Field>
  );
}
