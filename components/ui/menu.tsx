import { Fragment, type ComponentChildren } from 'preact';
import { Icon, type IconName } from '@/components/icons/icon';
import { StateMark, type Mark } from '@/components/icons/state-mark';
import { Kbd } from './kbd';
import { Panel } from './panel';
import './menu.css';

export type MenuItem = {
  name: string;
  onPick: () => void;
  /** A key that picks it while the menu is open. */
  keys?: string;
  icon?: IconName;
  mark?: Mark;
  /** Said after the name, fainter: the day that "tomorrow" is. */
  aside?: string;
  isChecked?: boolean;
  isDanger?: boolean;
  startsGroup?: boolean;
};

type Props = {
  label: string;
  items: MenuItem[];
  at: { x: number; y: number };
  onClose: () => void;
  /** What is said above the list; the focus goes past it to the first thing to do. */
  above?: ComponentChildren;
};

/** A list of things to do: arrows move, Enter or an item's own key picks, Esc leaves. */
export function Menu({ label, items, at, onClose, above }: Props) {
  const pick = (item: MenuItem) => {
    onClose();
    item.onPick();
  };
  return (
    <Panel label={label} at={at} onClose={onClose}>
      {above}
      <div
        class="menu"
        role="menu"
        tabIndex={-1}
        aria-label={label}
        onKeyDown={(event) => onKey(event, items, pick)}
      >
        {items.map((item) => (
          <Fragment key={item.name}>
            {item.startsGroup && <hr class="menu-line" />}
            <Entry item={item} onPick={() => pick(item)} />
          </Fragment>
        ))}
      </div>
    </Panel>
  );
}

function Entry({ item, onPick }: { item: MenuItem; onPick: () => void }) {
  return (
    <button
      type="button"
      class={`menu-item ${item.isDanger ? 'menu-danger' : ''}`}
      role={item.isChecked === undefined ? 'menuitem' : 'menuitemradio'}
      aria-checked={item.isChecked}
      aria-keyshortcuts={item.keys}
      onClick={onPick}
    >
      <span class="menu-icon" aria-hidden="true">
        {item.mark && <StateMark mark={item.mark} />}
        {item.icon && <Icon name={item.icon} />}
      </span>
      <span class="menu-name">{item.name}</span>
      {item.aside && <span class="menu-aside">{item.aside}</span>}
      {item.keys && <Kbd keys={item.keys} />}
    </button>
  );
}

function onKey(event: KeyboardEvent, items: MenuItem[], pick: (item: MenuItem) => void): void {
  const menu = event.currentTarget;
  if (!(menu instanceof HTMLElement)) return;
  const entries = [...menu.querySelectorAll<HTMLElement>('.menu-item')];
  const here = entries.findIndex((entry) => entry === document.activeElement);
  const go = (to: number) => entries[(to + entries.length) % entries.length]?.focus();
  const own = items.find((item) => item.keys?.toLowerCase() === event.key.toLowerCase());
  if (event.key === 'ArrowDown') go(here + 1);
  else if (event.key === 'ArrowUp') go(here < 0 ? -1 : here - 1);
  else if (event.key === 'Home') go(0);
  else if (event.key === 'End') go(-1);
  else if (own && !event.ctrlKey && !event.metaKey) pick(own);
  else return;
  event.preventDefault();
}
