import { addLine } from './add-line';
import type { Sidebar } from './sidebar';

/** A key in the line at the top. False where the line has no use for it. */
export function actInLine(event: KeyboardEvent, input: HTMLInputElement, sidebar: Sidebar): boolean {
  if (event.isComposing) return false;
  if (event.key === 'Escape') {
    if (sidebar.line.peek() === '') input.blur();
    sidebar.clearLine();
  } else if (event.key === 'ArrowDown') {
    input.blur();
    const place = sidebar.results.peek() ? 'results' : sidebar.chosen.peek()?.place;
    document.querySelector<HTMLElement>(place === 'page' ? '[data-page]' : `[data-rows="${place}"]`)?.focus();
  } else if (event.key === 'Enter' && !event.repeat) {
    void addLine(sidebar);
  } else return false;
  return true;
}
