import type { ComponentChildren } from 'preact';
import { Icon } from '@/components/icons/icon';
import './chip.css';

type Props = {
  children: ComponentChildren;
  /** Names what taking it away does, for those who listen. */
  removeLabel: string;
  onRemove: () => void;
};

/** A small value that can be taken away: by its cross, or by Backspace or Delete while it has the focus. */
export function Chip({ children, removeLabel, onRemove }: Props) {
  return (
    <span class="chip">
      <span class="chip-words">{children}</span>
      <button
        type="button"
        aria-label={removeLabel}
        title={removeLabel}
        onClick={onRemove}
        onKeyDown={(event) => {
          if (event.key !== 'Backspace' && event.key !== 'Delete') return;
          event.preventDefault();
          event.stopPropagation();
          onRemove();
        }}
      >
        <Icon name="close" />
      </button>
    </span>
  );
}
