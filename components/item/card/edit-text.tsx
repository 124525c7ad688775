import { useState } from 'preact/hooks';
import { NotSavedLine, type NotSaved } from '@/components/ui/not-saved';
import { HalfTypedLine } from './half-typed-line';
import { useHalfTyped, type HalfTypedField } from './use-half-typed';

type Props = {
  /** Its name for those who listen. */
  label: string;
  value: string;
  limit: number;
  /** Lines to begin with; more than one also lets Enter begin a line. */
  lines?: number;
  /** May it be left empty? */
  mayBeEmpty?: boolean;
  inputClass?: string;
  placeholder?: string;
  focusNow?: boolean;
  /** Where what is typed is kept until it is saved. */
  halfTyped?: HalfTypedField | undefined;
  onSave: (text: string) => Promise<NotSaved | undefined>;
};

/**
 * Text that is edited where it stands: saved when it is left or on Enter, put back with Esc. What could not be
 * saved stays in the field, with the reason below it.
 */
export function EditText(props: Props) {
  const { value, lines = 1, mayBeEmpty = true } = props;
  // What was typed and is not saved yet; without it the field shows what the inventory holds.
  const [typed, setTyped] = useState<string | undefined>();
  const [problem, setProblem] = useState<NotSaved | undefined>();
  const { found, setFound } = useHalfTyped(props.halfTyped, value, typed, setTyped);
  const settle = (left: NotSaved | undefined) => {
    setProblem(left);
    if (!left) setTyped(undefined);
  };
  const save = async () => {
    if (typed === undefined) return;
    const text = lines > 1 ? typed : typed.trim();
    if (text === value || (text === '' && !mayBeEmpty)) settle(undefined);
    else settle(await props.onSave(text));
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.isComposing || !(event.currentTarget instanceof HTMLElement)) return;
    if (event.key === 'Escape') {
      settle(undefined);
      event.stopPropagation();
      event.currentTarget.closest<HTMLElement>('[data-card]')?.focus();
    } else if (event.key === 'Enter' && (lines === 1 || event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      void save();
      if (!mayBeEmpty || lines > 1) event.currentTarget.closest<HTMLElement>('[data-card]')?.focus();
    }
  };
  return (
    <div class="edit-text">
      <textarea
        ref={props.focusNow ? focusOnce : null}
        class={`input ${props.inputClass ?? ''}`}
        aria-label={props.label}
        dir="auto"
        rows={lines}
        maxLength={props.limit}
        placeholder={props.placeholder ?? ''}
        value={typed ?? value}
        onInput={(event) =>
          setTyped(lines > 1 ? event.currentTarget.value : oneLine(event.currentTarget.value))
        }
        onBlur={() => void save()}
        onKeyDown={onKeyDown}
      />
      {found && (
        <HalfTypedLine
          found={found}
          onSave={() => void save()}
          onTake={(text) => {
            setFound({ kind: 'restored' });
            setTyped(text);
          }}
          onDiscard={() => {
            setFound(undefined);
            settle(undefined);
          }}
        />
      )}
      {problem && <NotSavedLine problem={problem} onChange={settle} />}
    </div>
  );
}

const oneLine = (text: string): string => text.replace(/[\r\n]+/g, ' ');

function focusOnce(field: HTMLTextAreaElement | null): void {
  if (!field || field.dataset['focused']) return;
  field.dataset['focused'] = 'once';
  field.focus();
  field.select();
}
