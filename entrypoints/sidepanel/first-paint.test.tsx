import { cleanup, screen, waitFor } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { anOverview, aRow, createFakeWire, TODAY } from '@/tests/support/fake-wire';
import type { Reply } from '@/utils/messaging/commands';
import type { ItemRow } from '@/utils/model/row';
import { start } from './start';

let stop: (() => void) | undefined;

beforeEach(() => {
  localStorage.clear();
  Object.assign(fakeBrowser, { windows: { getCurrent: async () => ({ id: 7 }) } });
});
afterEach(() => {
  stop?.();
  cleanup();
  document.body.replaceChildren();
});

/** The sidebar over these rows, once it has painted them and listens for keys. */
async function open(rows: readonly ItemRow[], isFrame = true) {
  const other = createFakeWire({ overview: anOverview(rows), page: { kind: 'reading' } });
  const root = document.body.appendChild(document.createElement('div'));
  const started = start(root, other.wire, isFrame);
  stop = started.stop;
  await waitFor(() => expect(document.querySelector('h2, .empty')).not.toBeNull());
  await started.ready;
  return { ...other, sidebar: started.sidebar };
}

describe('the first paint', () => {
  /** A sidebar to which no view is sent, after one that showed a row. */
  async function openAgain(isFrame: boolean, greeting: Reply) {
    await open([aRow({ title: 'Known before', list: 'today' })]);
    await waitFor(() => expect(localStorage.getItem('overview.2')).toContain('Known before'));
    stop?.();
    document.body.replaceChildren();
    const silent = createFakeWire({});
    silent.reply(() => greeting);
    const root = document.body.appendChild(document.createElement('div'));
    ({ stop } = start(root, silent.wire, isFrame));
  }

  it('shows the last known list before anyone has answered', async () => {
    await openAgain(false, { ok: true, value: { outcome: 'done' } });
    expect(screen.getByText('Known before')).toBeDefined();
  });

  it('shows in a page what it remembers once its first word was accepted, and nothing before', async () => {
    await openAgain(true, { ok: true, value: { outcome: 'done' } });
    expect(screen.queryByText('Known before')).toBeNull();
    expect(await screen.findByText('Known before')).toBeDefined();
  });

  it('shows a page that frames it by itself nothing of what it remembers', async () => {
    await openAgain(true, { ok: false, code: 'not-allowed' });
    await screen.findByRole('alert');
    expect(screen.queryByText('Known before')).toBeNull();
  });

  it('speaks to the background with its hello before anything else', async () => {
    const { sent, asked } = await open([aRow()]);
    expect(sent[0]?.name).toBe('surface.hello');
    expect(asked.map(({ name }) => name)).toEqual(expect.arrayContaining(['overview', 'page', 'settings']));
  });

  it('asks for the day that the background lives in', async () => {
    const { sidebar } = await open([aRow()]);
    expect(sidebar.today.value).toBe(TODAY);
  });
});
