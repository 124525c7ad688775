import { effect } from '@preact/signals';
import { browser } from '@/utils/browser';
import { keepHalfTyped, recallHalfTyped } from '@/utils/browser/half-typed';
import { systemClock } from '@/utils/model/clock';
import type { Sidebar } from './sidebar';

const PLACE = 'sidebar:line';

/**
 * Brings back what stood half typed in the line at the top, and keeps what will, until `signal` aborts. There is one
 * line for all sidebars: what was added or emptied in one is gone from the others, too.
 */
export async function keepLine(sidebar: Sidebar, signal: AbortSignal): Promise<void> {
  const { line, takenBack } = sidebar;
  const found = await recallHalfTyped(PLACE, systemClock.now());
  if (signal.aborted) return;
  if (found && line.peek() === '') {
    takenBack.value = new Set(found.off);
    sidebar.write(found.text);
  }
  const stop = effect(() =>
    keepHalfTyped(PLACE, { text: line.value, off: [...takenBack.value] }, systemClock.now()),
  );
  signal.addEventListener('abort', stop);
  followOthers(sidebar, signal);
}

function followOthers(sidebar: Sidebar, signal: AbortSignal): void {
  const follow = (changes: Record<string, { oldValue?: unknown; newValue?: unknown }>) => {
    const change = changes[`d:${PLACE}`];
    if (!change || change.newValue) return;
    // Only keepHalfTyped writes there.
    const { text } = (change.oldValue ?? {}) as { text?: string };
    if (text === sidebar.line.peek()) sidebar.clearLine();
  };
  try {
    const { onChanged } = browser.storage.local;
    onChanged.addListener(follow);
    signal.addEventListener('abort', () => onChanged.removeListener(follow));
  } catch {
    // A frame without storage keeps nothing, so there is nothing to follow.
  }
}
