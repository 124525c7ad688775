import { effect } from '@preact/signals';
import { lockOf } from './lock';
import { placeOf } from './remembered';
import type { Sidebar } from './sidebar';

/** How long something stays the same before it is remembered, in ms: this opening comes first. */
const KEEP_MS = 200;

/** Keeps what the next opening paints first, until `signal` aborts; nothing of the list while a lock is set. */
export function remember(sidebar: Sidebar, signal: AbortSignal): void {
  const { overview, settings, sections } = sidebar;
  const lock = lockOf(sidebar);
  keepLatest('overview', () => (lock.value?.isSet === false ? overview.value : undefined), signal);
  keepLatest('folded', () => [...sections.folded.value], signal);
  keepLatest(
    'dress',
    () => {
      const { language, theme, side } = settings.value ?? {};
      return language && { language, theme, side };
    },
    signal,
  );
}

function keepLatest(name: Parameters<typeof placeOf>[0], latest: () => unknown, signal: AbortSignal): void {
  let keeping: ReturnType<typeof setTimeout> | undefined;
  const stop = effect(() => {
    const value = latest();
    clearTimeout(keeping);
    if (value !== undefined) keeping = setTimeout(() => keep(name, value), KEEP_MS);
  });
  signal.addEventListener('abort', () => {
    clearTimeout(keeping);
    stop();
  });
}

function keep(name: Parameters<typeof placeOf>[0], value: unknown): void {
  try {
    localStorage.setItem(placeOf(name), JSON.stringify(value));
  } catch {
    // A copy for speed that could not be made: no storage here, or a full disk.
  }
}
