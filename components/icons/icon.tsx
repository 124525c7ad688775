import './icon.css';

/** Every icon; `icon.css` draws it. */
export const ICONS = [
  'search',
  'more',
  'close',
  'back',
  'fold',
  'open',
  'split',
  'merge',
  'pin',
  'snooze',
  'calendar',
  'flag',
  'trash',
  'plus',
  'warning',
  'undo',
  'history',
  'settings',
  'list',
  'lock',
  'person',
] as const;

export type IconName = (typeof ICONS)[number];

/** A drawing beside words that say the same; where it stands alone, the button around it carries the name. */
export const Icon = ({ name }: { name: IconName }) => (
  <svg class={`icon icon-${name}`} viewBox="0 0 16 16" aria-hidden="true">
    <path />
  </svg>
);
