import type { ComponentChildren } from 'preact';
import type { DeskState } from '../desk-state';
import { Outcome } from '../outcome';

type Props = {
  /** The setting's name: where the outcome of saving it is told. */
  name: string;
  desk: DeskState;
  label: string;
  /** The id of the control that the label is for; a group of choices names itself instead. */
  controlId?: string;
  why?: string | undefined;
  /** What is wrong with what was typed, in words. */
  wrong?: string | undefined;
  children: ComponentChildren;
};

/** One setting: its name, its control, why it matters, and what came of changing it. */
export function Field({ name, desk, label, controlId, why, wrong, children }: Props) {
  return (
    <div class="field">
      {controlId ? (
        <label class="field-label" for={controlId}>
          {label}
        </label>
      ) : (
        <span class="field-label" aria-hidden="true">
          {label}
        </span>
      )}
      <div class="field-body">
        <div class="field-control">
          {children}
          <Outcome desk={desk} place={name} />
        </div>
        {wrong && (
          <p class="field-wrong" role="alert" id={`${name}-wrong`}>
            {wrong}
          </p>
        )}
        {why && (
          <p class="hint" id={`${name}-why`}>
            {why}
          </p>
        )}
      </div>
    </div>
  );
}
