import type { ComponentChildren } from 'preact';
import './field.css';

type Props = { label: string; children: ComponentChildren; hint?: string | undefined };

/** A label above one control: pressing the label goes to the control. */
export function Field({ label, children, hint }: Props) {
  return (
    <label class="field">
      <span class="field-label">{label}</span>
      {children}
      {hint && <span class="field-hint">{hint}</span>}
    </label>
  );
}
