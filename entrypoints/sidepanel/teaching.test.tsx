import { fireEvent, screen, waitFor } from '@testing-library/preact';
import { afterEach, describe, expect, it } from 'vitest';
import { closeSidebar, openSidebar, press } from '@/tests/support/open-sidebar';
import { draftPage, itemPage, rowOf } from '@/tests/support/view-samples';
import type { Teaching } from '@/utils/model/row';
import { learn } from './teaching';

afterEach(closeSidebar);

const found: Teaching = {
  field: 'dueDay',
  phase: 'found',
  lesson: {
    ...{ id: 'jira|acme.example|issue|dueDay', product: 'jira', host: 'acme.example', kind: 'issue' },
    ...{ field: 'dueDay', example: '27 Nov 2026' },
    locators: [
      { by: 'label', text: 'Due date:' },
      { by: 'heading', text: 'Details', place: 1 },
    ],
  },
};

describe('teaching', () => {
  it('asks which field, those that the page does not tell first', async () => {
    const { told } = await openSidebar({ page: draftPage({ status: 'New', assignees: [] }) });
    fireEvent.click(await screen.findByRole('button', { name: 'Teach' }));
    const entries = screen.getAllByRole('menuitem', { hidden: true });
    const names = entries.map(({ textContent }) => textContent);
    expect(names.slice(0, 2)).toEqual(['Assigneemissing', 'Requestermissing']);
    expect(names.slice(-2)).toEqual(['Title', 'Status']);
    fireEvent.click(entries[2]!);
    expect(told()).toEqual([['page.teach', { field: 'dueDay' }]]);
  });

  it('says where to point while one points, and is left by Esc', async () => {
    const { told } = await openSidebar({
      page: itemPage(rowOf(1)),
      teaching: { field: 'dueDay', phase: 'pointing' },
    });
    await screen.findByText(/Point at “Due date” in the page/);
    expect(screen.queryByRole('button', { name: 'Teach' })).toBeNull();
    press('Escape');
    expect(told()).toEqual([['page.learn', { keep: false }]]);
  });

  it('shows what was read and how it is found again, and keeps it by Enter', async () => {
    const { told } = await openSidebar({ page: itemPage(rowOf(1)), teaching: found });
    await screen.findByText('27 Nov 2026');
    expect(screen.getByText('behind the label “Due date”')).toBeDefined();
    expect(screen.getByText('the 2nd text below the heading “Details”')).toBeDefined();
    const keep = screen.getByRole('button', { name: /Keep/ });
    await waitFor(() => expect(document.activeElement).toBe(keep));
    keep.blur();
    press('Enter');
    expect(told()).toEqual([['page.learn', { keep: true }]]);
    expect((await screen.findByText('Learned')).parentElement?.textContent).toContain('Due date');
    expect(screen.getByRole('button', { name: 'Undo' })).toBeDefined();
  });

  it('keeps nothing by “Not this”', async () => {
    const { sidebar, told } = await openSidebar({ page: itemPage(rowOf(1)), teaching: found });
    fireEvent.click(await screen.findByRole('button', { name: /Not this/ }));
    expect(told()).toEqual([['page.learn', { keep: false }]]);
    await learn(sidebar, false);
    expect(sidebar.notice.value).toBeUndefined();
  });

  it('says why nothing was read, and lets one point again', async () => {
    const { told } = await openSidebar({
      page: itemPage(rowOf(1)),
      teaching: { field: 'dueDay', phase: 'nothing' },
    });
    await screen.findByText(/never read, such as a password/);
    fireEvent.click(screen.getByRole('button', { name: 'Point again' }));
    expect(told()).toEqual([['page.teach', { field: 'dueDay' }]]);
  });

  it('is asked for the window in the browser’s own panel', async () => {
    const { asked } = await openSidebar({ page: itemPage(rowOf(1)) }, false);
    await waitFor(() => expect(asked).toContainEqual({ name: 'teaching', args: { windowId: 7 } }));
  });
});
