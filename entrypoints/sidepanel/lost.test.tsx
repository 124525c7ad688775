import { fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, describe, expect, it } from 'vitest';
import { anOverview, aRow } from '@/tests/support/fake-wire';
import { closeSidebar, openSidebar, press } from '@/tests/support/open-sidebar';
import { draftPage } from '@/tests/support/view-samples';
import type { RecoveryView } from '@/utils/model/recovery';

afterEach(closeSidebar);

const lost: RecoveryView = {
  ...{ state: 'recovery', cause: 'gone', journal: 3, snapshots: [], aside: [] },
  expected: { items: 33, events: 66, at: 0 },
};

async function openLost(recovery: RecoveryView = lost) {
  const other = await openSidebar({
    overview: anOverview([aRow({ title: 'Known before' })]),
    page: draftPage(),
    recovery,
  });
  other.refuse('overview', 'recovery');
  return { ...other, panel: await screen.findByRole('alert') };
}

describe('a lost inventory', () => {
  it('is told with the count in place of the list, with a way to have it back', async () => {
    const { panel, told } = await openLost();
    await waitFor(() => expect(panel.textContent).toContain('33 items are expected. Nothing is lost yet.'));
    fireEvent.click(within(panel).getByRole('button'));
    await waitFor(() => expect(told()).toEqual([['desk.open', { place: 'recovery' }]]));
  });

  it('leaves the page to be captured, and says that it is kept: nothing of it is undone yet', async () => {
    const { reply, told } = await openLost();
    reply(() => ({ ok: true, value: { outcome: 'kept' } }));
    press('c');
    expect(await screen.findByText('Kept; it will be there after the restore')).toBeDefined();
    expect(told()).toEqual([['page.capture', {}]]);
    expect(screen.queryByRole('button', { name: 'Undo' })).toBeNull();
  });

  it('is over when the list can be shown', async () => {
    const { show } = await openLost();
    show({ overview: anOverview([aRow({ title: 'Back again' })]) });
    await waitFor(() => expect(screen.queryByRole('alert')).toBeNull());
    expect(screen.getByText('Back again')).toBeDefined();
  });

  it('that another window holds says so, and no count', async () => {
    const { panel } = await openLost({ ...lost, state: 'blocked' });
    await waitFor(() => expect(panel.textContent).toMatch(/^Another window still holds/));
  });
});

describe('a copy that is due', () => {
  const openMore = async () => fireEvent.click(await screen.findByRole('button', { name: 'More' }));
  const dot = () => screen.queryByRole('img', { name: /^70 changes lie only/ });

  it('is a dot at the dots, and a line above the menu, past which the focus goes', async () => {
    const { show, told } = await openSidebar({ reminder: { unsaved: 70 } });
    await waitFor(() => expect(dot()).not.toBeNull());
    await openMore();
    const line = await screen.findByText(/^70 changes lie only in this browser/);
    expect(line).toBeDefined();
    expect(document.activeElement?.getAttribute('role')).toBe('menuitem');
    fireEvent.click(screen.getByRole('button', { name: 'Save a copy' }));
    await waitFor(() => expect(told()).toEqual([['desk.open', { place: 'backup' }]]));
    expect(screen.queryByRole('menu')).toBeNull();
    show({ reminder: undefined });
  });

  it('is put off from there without a word', async () => {
    const { told } = await openSidebar({ reminder: { unsaved: 70 } });
    await waitFor(() => expect(dot()).not.toBeNull());
    await openMore();
    fireEvent.click(await screen.findByRole('button', { name: 'Not now' }));
    await waitFor(() => expect(told()).toEqual([['reminder.later', {}]]));
    expect(document.querySelector('.toast')).toBeNull();
  });

  it('is not spoken of before it is due', async () => {
    await openSidebar({});
    await openMore();
    await screen.findByRole('menu');
    expect(document.querySelector('.reminder-dot, .copy-reminder')).toBeNull();
  });
});
