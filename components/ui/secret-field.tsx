import type { Ref } from 'preact';
import { useId, useState } from 'preact/hooks';
import { t } from '@/utils/i18n';
import { LOCK_PASSPHRASE } from '@/utils/model/lock';
import { Button } from './button';
import './secret-field.css';

type Props = {
  label: string;
  value: string;
  onInput: (value: string) => void;
  field?: Ref<HTMLInputElement>;
  /** Said below, for those who listen too. */
  hint?: string | undefined;
  /** What is wrong with what was typed. */
  wrong?: string | undefined;
};

/** A line for a passphrase, dots until its button shows what was typed. No browser is asked to remember it. */
export function SecretField({ label, value, onInput, field, hint, wrong }: Props) {
  const [isShown, setShown] = useState(false);
  const id = useId();
  const line = {
    ref: field ?? null,
    id,
    class: 'input',
    autocomplete: 'off',
    spellcheck: false,
    maxLength: LOCK_PASSPHRASE.most,
    value,
    'aria-invalid': wrong !== undefined,
    'aria-describedby': hint === undefined ? `${id}-wrong` : `${id}-wrong ${id}-hint`,
    onInput: (event: { currentTarget: HTMLInputElement }) => onInput(event.currentTarget.value),
  } as const;
  return (
    <div class="secret">
      <label class="field-label" for={id}>
        {label}
      </label>
      <span class="secret-line">
        {isShown ? <input {...line} type="text" /> : <input {...line} type="password" />}
        <Button look="plain" pressed={isShown} onPress={() => setShown(!isShown)}>
          {t('secret_show')}
        </Button>
      </span>
      <p class="secret-wrong" id={`${id}-wrong`} role="alert">
        {wrong}
      </p>
      {hint && (
        <p class="secret-hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
    </div>
  );
}
