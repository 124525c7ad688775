import type { ComponentChildren } from 'preact';
import { Icon, type IconName } from '@/components/icons/icon';
import './button.css';

type Props = {
  children?: ComponentChildren;
  onPress: (event: MouseEvent) => void;
  /** `go` is the one thing most will want here; `plain` has no border until it is pointed at. */
  look?: 'go' | 'plain' | 'usual' | 'danger';
  icon?: IconName;
  /** The name for those who listen; needed where there is only an icon. */
  label?: string;
  /** The key that does the same, shown small. */
  shortcut?: string;
  disabled?: boolean;
  pressed?: boolean;
  expanded?: boolean;
  opens?: 'menu' | 'dialog';
};

/** A button with words, an icon or both. */
export function Button(props: Props) {
  const { children, onPress, look = 'usual', icon, label, shortcut } = props;
  return (
    <button
      type="button"
      class={`button button-${look} ${children ? '' : 'button-icon'}`}
      aria-label={label}
      title={label}
      aria-keyshortcuts={shortcut}
      aria-pressed={props.pressed}
      aria-expanded={props.expanded}
      aria-haspopup={props.opens}
      disabled={props.disabled}
      onClick={onPress}
    >
      {icon && <Icon name={icon} />}
      {children && <span class="button-words">{children}</span>}
      {shortcut && (
        <span class="button-key" aria-hidden="true">
          {shortcut}
        </span>
      )}
    </button>
  );
}
