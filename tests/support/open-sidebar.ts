import { cleanup, fireEvent, waitFor } from '@testing-library/preact';
import { expect } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { start } from '@/entrypoints/sidepanel/start';
import type { ViewValues } from '@/utils/messaging/views';
import { anOverview, createFakeWire } from './fake-wire';

let stop: (() => void) | undefined;

/** The sidebar over these views, once it has painted them and listens for keys; empty where a test tells nothing. */
export async function openSidebar(views: Partial<ViewValues>, isFrame = true) {
  localStorage.clear();
  Object.assign(fakeBrowser, { windows: { getCurrent: async () => ({ id: 7 }) } });
  const other = createFakeWire({ overview: anOverview([]), page: { kind: 'reading' }, ...views });
  const root = document.body.appendChild(document.createElement('div'));
  const started = start(root, other.wire, isFrame);
  stop = started.stop;
  await waitFor(() => expect(document.querySelector('h2, .empty')).not.toBeNull());
  await started.ready;
  return {
    ...other,
    sidebar: started.sidebar,
    /** Names and payloads of what was sent, in order. */
    told: () => other.commands().map(({ name, payload }) => [name, payload]),
  };
}

/** For `afterEach`. */
export function closeSidebar(): void {
  stop?.();
  cleanup();
  document.body.replaceChildren();
}

/** Presses a key where the focus is; false when it was taken. */
export const press = (key: string, more: KeyboardEventInit = {}) =>
  fireEvent.keyDown(document.activeElement ?? document.body, { key, ...more });
