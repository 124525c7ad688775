/** Every drawing is ours, on a 16 px grid with a stroke of 1.5 px, and takes the colour of the text around it. */
const PATHS = {
  search: 'M7 2.75a4.25 4.25 0 1 1 0 8.5a4.25 4.25 0 0 1 0-8.5M10.2 10.2l3.3 3.3',
  more: 'M3.5 8h.01M8 8h.01M12.5 8h.01',
  close: 'M4 4l8 8M12 4l-8 8',
  back: 'M9.75 3.5L5.25 8l4.5 4.5',
  fold: 'M4 6.25L8 10l4-3.75',
  open: 'M9.5 3h3.5v3.5M13 3L7.5 8.5M6.5 3.5H3.5v9h9V9.5',
  split: 'M3 8h3.5M6.5 8c2 0 2-4 4-4H13M6.5 8c2 0 2 4 4 4H13',
  merge: 'M13 8H9.5M9.5 8c-2 0-2-4-4-4H3M9.5 8c-2 0-2 4-4 4H3',
  pin: 'M5.5 2.75h5M6.25 2.75v4L4.5 9.25h7L9.75 6.75v-4M8 9.25v4',
  snooze: 'M13 9.5A5.5 5.5 0 1 1 6.5 3a4.5 4.5 0 0 0 6.5 6.5',
  calendar: 'M3 4.25h10v8.5H3zM3 7h10M5.75 2.5v3M10.25 2.5v3',
  flag: 'M4 13.5v-11M4 3h7.5L9.75 5.75L11.5 8.5H4',
  trash: 'M3 4.5h10M6.25 4.5V2.75h3.5V4.5M4.5 4.5l.6 8.75h5.8l.6-8.75',
  plus: 'M8 3.25v9.5M3.25 8h9.5',
  warning: 'M8 2.5l6 10.75H2zM8 6.5v3M8 11.5h.01',
  undo: 'M5.5 3L2.75 5.75L5.5 8.5M3 5.75h6.25a3.5 3.5 0 0 1 0 7H6.5',
  history: 'M2.75 8a5.25 5.25 0 1 0 1.6-3.75L2.75 5.75M2.75 2.75v3h3M8 5.25V8l2 1.5',
  settings:
    'M8 5.75a2.25 2.25 0 1 1 0 4.5a2.25 2.25 0 0 1 0-4.5M8 1.75v1.6M8 12.65v1.6M1.75 8h1.6M12.65 8h1.6M3.6 3.6l1.1 1.1M11.3 11.3l1.1 1.1M12.4 3.6l-1.1 1.1M4.7 11.3l-1.1 1.1',
  list: 'M6 4h7.5M6 8h7.5M6 12h7.5M2.75 4h.01M2.75 8h.01M2.75 12h.01',
  lock: 'M4 7.25h8v6H4zM5.75 7.25V5a2.25 2.25 0 0 1 4.5 0v2.25',
  person: 'M8 2.75a2.5 2.5 0 1 1 0 5a2.5 2.5 0 0 1 0-5M3.25 13.25c.4-2.6 2.2-4 4.75-4s4.35 1.4 4.75 4',
} as const;

export type IconName = keyof typeof PATHS;

/** A drawing beside words that say the same; where it stands alone, the button around it carries the name. */
export function Icon({ name }: { name: IconName }) {
  return (
    <svg
      class="icon"
      width="16"
      height="16"
      viewBox="0 0 16 16"
      aria-hidden="true"
      fill="none"
      stroke="currentColor"
      stroke-width={name === 'more' ? 2.25 : 1.5}
      stroke-linecap="round"
      stroke-linejoin="round"
    >
      <path d={PATHS[name]} />
    </svg>
  );
}
