import type { Sidebar } from './sidebar';

/** Shows the card of an item when its mark was pressed in the page. Ends with `signal`. */
export function followAsked(sidebar: Sidebar, signal: AbortSignal): void {
  let shownAt = 0;
  const unwatch = sidebar.wire.watch('asked', {}, (asked) => {
    if (!asked || asked.at === shownAt) return;
    shownAt = asked.at;
    sidebar.show({ kind: 'card', id: asked.id });
  });
  signal.addEventListener('abort', unwatch);
}
