import type { DeskState } from '../desk-state';
import { Outcome } from '../outcome';

type Props = {
  name: string;
  desk: DeskState;
  label: string;
  why: string;
  isOn: boolean;
  onSave: (isOn: boolean) => void;
};

/** Something that is on or off. */
export const SwitchField = ({ name, desk, label, why, isOn, onSave }: Props) => (
  <div class="field field-switch">
    <div class="field-body">
      <div class="field-control">
        <label class="switch">
          <input
            type="checkbox"
            checked={isOn}
            aria-describedby={`${name}-why`}
            onChange={(event) => onSave(event.currentTarget.checked)}
          />
          <span>{label}</span>
        </label>
        <Outcome desk={desk} place={name} />
      </div>
      <p class="hint" id={`${name}-why`}>
        {why}
      </p>
    </div>
  </div>
);
