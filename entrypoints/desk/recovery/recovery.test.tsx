import { cleanup, fireEvent, render, screen, within } from '@testing-library/preact';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { createFakeBackground } from '@/tests/support/fake-background';
import type { RecoveryView, SnapshotFacts } from '@/utils/model/recovery';
import { USUAL_SETTINGS } from '@/utils/model/settings';
import { createDeskState } from '../desk-state';
import { OlderKept } from './older-kept';
import { Recovery } from './recovery';
import { RecoveryLink } from './recovery-link';

const background = createFakeBackground();
const copy = (name: string, given: Partial<SnapshotFacts> = {}): SnapshotFacts => ({
  ...{ name, at: 0, bytes: 900, items: 30, events: 60, isWhole: true },
  ...given,
});
const lost: RecoveryView = {
  ...{ state: 'recovery', cause: 'gone', journal: 3, aside: [], found: { items: 2, events: 4 } },
  expected: { items: 33, events: 66, at: 0 },
  snapshots: [copy('newest', { isWhole: false }), copy('whole'), copy('older', { items: 20 })],
};
const ready: RecoveryView = { state: 'ready', journal: 0, snapshots: [copy('whole')], aside: [] };

async function open(recovery: RecoveryView): Promise<void> {
  background.begin({ settings: USUAL_SETTINGS, recovery });
  render(<Recovery desk={createDeskState()} />);
  await screen.findByRole('heading', { name: 'Bring back' });
}
const restores = () => screen.getAllByRole<HTMLButtonElement>('button', { name: /^Restore from/ });

afterEach(cleanup);

describe('the place of recovery', () => {
  test('says what happened, what should be there and what is', async () => {
    await open(lost);
    expect(screen.getByText(/no longer has the database/)).toBeTruthy();
    expect(screen.getByText(/^Nothing is lost yet/)).toBeTruthy();
    expect(screen.getByText(/^33 items, 66 changes/)).toBeTruthy();
    expect(screen.getByText('2 items, 4 changes')).toBeTruthy();
    expect(screen.getByText(/^3 changes that come back/)).toBeTruthy();
    const ways = screen.getByRole('list');
    expect(within(ways).getAllByRole('listitem')).toHaveLength(4);
    expect(within(ways).getByText(/^damaged/)).toBeTruthy();
    expect(screen.getByRole('link', { name: /backup file/ }).getAttribute('href')).toBe('#backup');
  });

  test('promises nothing where there is nothing to bring it back from', async () => {
    await open({ ...lost, journal: 0, found: undefined, snapshots: [copy('broken', { isWhole: false })] });
    expect(screen.queryByText(/Nothing is lost yet/)).toBeNull();
  });

  test.each([
    ['total', 1],
    ['none', 0],
  ])('says that the browser lost data (%s) only where it says so itself', async (dataLoss, times) => {
    await open({ ...lost, dataLoss });
    expect(screen.queryAllByText(/The browser itself says/)).toHaveLength(times);
  });

  test('has the focus on the newest copy that is whole, and restores it with one press', async () => {
    await open(lost);
    expect(restores()).toHaveLength(3);
    await vi.waitFor(() => expect(document.activeElement).toBe(restores()[0]));
    fireEvent.click(restores()[0] as HTMLElement); // the line above counted them
    await vi.waitFor(() => expect(background.payloads('recovery.restore')).toEqual([{ from: 'whole' }]));
  });

  test('without any whole copy restores from what can be read and the journal', async () => {
    await open({ ...lost, snapshots: [copy('broken', { isWhole: false })] });
    expect(restores()).toHaveLength(1);
    fireEvent.click(restores()[0] as HTMLElement); // the line above counted them
    await vi.waitFor(() => expect(background.payloads('recovery.restore')).toEqual([{ from: 'journal' }]));
  });

  test('tells how far a restore is and lets nothing else begin; that it was asked twice is no trouble', async () => {
    await open(lost);
    background.answers(() => ({ ok: false, code: 'busy' }));
    fireEvent.click(restores()[0] as HTMLElement); // there are three
    await vi.waitFor(() => expect(background.payloads('recovery.restore')).toHaveLength(1));
    background.show({ recovery: { ...lost, work: { kind: 'restore', done: 40 } } });
    expect(await screen.findByRole('progressbar')).toBeTruthy();
    expect(screen.getByText('40')).toBeTruthy();
    expect(restores().every(({ disabled }) => disabled)).toBe(true);
    background.show({ recovery: { ...ready, restored: { items: 34, events: 68 } } });
    expect((await screen.findByRole('status')).textContent).toContain('It is back');
    expect(screen.queryByRole('alert')).toBeNull();
  });

  test('tells in counts what came back, with a way on', async () => {
    await open(lost);
    background.show({ recovery: { ...ready, restored: { items: 34, events: 68 } } });
    expect((await screen.findByRole('status')).textContent).toContain(
      'It is back: 34 items with 68 changes.',
    );
    expect(screen.getByRole('link', { name: 'Go on to the tools' })).toBeTruthy();
    expect(screen.queryByRole('list')).toBeNull();
    expect(screen.queryByText(/Nothing is lost yet/)).toBeNull();
  });

  test.each([
    ['disk-full', /not enough room/],
    ['storage', /^That did not work\. Nothing was changed/],
  ] as const)('says once why it failed (%s), and leaves the other ways open', async (failed, words) => {
    await open({ ...lost, failed });
    expect(screen.getAllByRole('alert').map(({ textContent }) => textContent)).toEqual([
      expect.stringMatching(words),
    ]);
    expect(restores()).toHaveLength(3);
  });

  test('begins empty only with the exact word, and keeps the copies within reach', async () => {
    await open(lost);
    const button = screen.getByRole<HTMLButtonElement>('button', { name: 'Start empty', hidden: true });
    const field = screen.getByLabelText(/^Type EMPTY/);
    for (const typed of ['', 'empty', 'EMPTY ']) {
      fireEvent.input(field, { target: { value: typed } });
      expect(button.disabled).toBe(true);
    }
    fireEvent.input(field, { target: { value: 'EMPTY' } });
    await vi.waitFor(() => expect(button.disabled).toBe(false));
    fireEvent.click(button);
    await vi.waitFor(() => expect(background.payloads('recovery.startEmpty')).toEqual([{ typed: 'EMPTY' }]));
    background.show({ recovery: ready });
    expect((await screen.findByRole('status')).textContent).toContain('You began with nothing.');
    expect(restores()).toHaveLength(2);
  });

  test('offers what was set aside as long as it is there, with what is in it', async () => {
    const inside = { items: 12, events: 40, from: 0, to: 86_400_000 };
    const aside = [
      { name: 'old', at: 0, ...inside },
      { name: 'damaged', at: 0 },
    ];
    await open({ ...ready, aside, snapshots: [copy('own'), copy('left', { isOther: true })] });
    expect(screen.getByText(/Older data is still kept/)).toBeTruthy();
    expect(screen.getByText(/^12 items · 40 changes · changed from .*1970/)).toBeTruthy();
    expect(screen.getByText(/cannot be told/)).toBeTruthy();
    expect(restores()).toHaveLength(3);
    fireEvent.click(restores()[0] as HTMLElement); // the line above counted them
    await vi.waitFor(() => expect(background.payloads('recovery.restore')).toEqual([{ from: 'aside:old' }]));
    fireEvent.click(restores()[2] as HTMLElement); // as above
    await vi.waitFor(() => expect(background.payloads('recovery.restore')).toContainEqual({ from: 'left' }));
  });

  test('deletes what was set aside only when it is pressed again', async () => {
    await open({ ...ready, aside: [{ name: 'old', at: 0 }] });
    const button = screen.getByRole('button', { name: /^Delete for good/ });
    fireEvent.click(button);
    const again = await screen.findByRole('button', { name: /^Press again/ });
    fireEvent.blur(again);
    fireEvent.click(await screen.findByRole('button', { name: /^Delete for good/ }));
    expect(background.payloads('recovery.remove')).toEqual([]);
    fireEvent.click(await screen.findByRole('button', { name: /^Press again/ }));
    await vi.waitFor(() => expect(background.payloads('recovery.remove')).toEqual([{ name: 'old' }]));
  });

  test.each([
    ['blocked', /^Another window still holds/],
    ['upgrading', /^Your inventory is being brought/],
    ['kept', /^The disk is as good as full/],
  ] as const)('while it is %s says what to do, and offers no restore', async (state, words) => {
    await open({ ...ready, state });
    expect(screen.getByText(words)).toBeTruthy();
    expect(screen.queryByRole('button')).toBeNull();
  });
});

test('Copies lead to what is kept besides, as long as there is any', async () => {
  background.begin({ recovery: { ...ready, aside: [{ name: 'old', at: 0 }] } });
  render(<OlderKept />);
  expect((await screen.findByRole('link')).getAttribute('href')).toBe('#recovery');
  background.show({ recovery: ready });
  await vi.waitFor(() => expect(screen.queryByRole('link')).toBeNull());
});

test('the rail names the place only while there is something to do', async () => {
  background.begin({ recovery: ready });
  render(<RecoveryLink isHere={false} />);
  background.show({ recovery: lost });
  expect(await screen.findByRole('link', { name: 'Bring back' })).toBeTruthy();
  background.show({ recovery: ready });
  await vi.waitFor(() => expect(screen.queryByRole('link')).toBeNull());
});
