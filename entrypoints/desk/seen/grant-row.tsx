import type { ComponentChildren } from 'preact';
import { t } from '@/utils/i18n';
import type { PermissionWords } from './permission-words';

type Props = {
  /** The browser's own name of the permission. */
  name: string;
  words: PermissionWords | undefined;
  /** Absent where there is nothing to switch. */
  control?: { isOn: boolean; onSwitch: (isOn: boolean) => void } | undefined;
  /** What stands in the place of a switch: "always on". */
  status?: string | undefined;
  /** What there is to say of it now. */
  children?: ComponentChildren;
};

/** One permission in plain words: what it lets us do, what for, what stops when it is off, and its switch. */
export function GrantRow({ name, words, control, status, children }: Props) {
  const lets = words ? t(words.lets) : name;
  const why = `grant-${name}`;
  return (
    <li class="grant">
      <div class="grant-head">
        {control ? (
          <label class="switch">
            <input
              type="checkbox"
              checked={control.isOn}
              aria-describedby={why}
              onChange={(event) => {
                const box = event.currentTarget;
                const isWanted = box.checked;
                // It shows what is so, not what was asked: the browser may say no.
                box.checked = control.isOn;
                control.onSwitch(isWanted);
              }}
            />
            <span>{lets}</span>
          </label>
        ) : (
          <span>{lets}</span>
        )}
        {status && <span class="grant-status">{status}</span>}
      </div>
      <div class="hint" id={why}>
        {words && (
          <>
            <p>{t(words.use)}</p>
            <p>{t(words.off)}</p>
          </>
        )}
      </div>
      {children}
    </li>
  );
}
