import { fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, describe, expect, it } from 'vitest';
import { anOverview, aRow, TODAY } from '@/tests/support/fake-wire';
import { closeSidebar, openSidebar, press } from '@/tests/support/open-sidebar';
import { itemPage, rowOf } from '@/tests/support/view-samples';
import type { ItemRow } from '@/utils/model/row';
import { putAt } from './by-hand';

afterEach(closeSidebar);

const drift = (over: boolean) => ({
  ...{
    product: 'jira',
    host: 'acme.example',
    status: over ? 'closed' : 'In Progress',
    over,
    sinceDay: TODAY,
  },
});
const closedThere = aRow({ title: 'Closed there', list: 'today', state: 'started', drift: drift(true) });
const openThere = aRow({ title: 'Open there', list: 'done', state: 'done', drift: drift(false) });

const overviewOf = (rows: ItemRow[]) => {
  const overview = anOverview(rows);
  return { ...overview, counts: { ...overview.counts, drift: overview.drift.length } };
};
const section = () => screen.findByRole('listbox', { name: 'Drift' });

describe('the section of what drifted', () => {
  it('is not there where nothing drifted', async () => {
    await openSidebar({ overview: overviewOf([aRow()]) });
    expect(screen.queryByRole('listbox', { name: 'Drift' })).toBeNull();
  });

  it('says of each item how its source contradicts it', async () => {
    await openSidebar({ overview: overviewOf([closedThere, openThere]) });
    const rows = within(await section()).getAllByRole('option');
    expect(rows.map(({ textContent }) => textContent)).toEqual([
      expect.stringContaining('Closed in Jira, still open here'),
      expect.stringContaining('Open again in Jira, done here'),
    ]);
  });

  it('is agreed with by one key, and its source opened by another', async () => {
    const { told } = await openSidebar({
      overview: overviewOf([{ ...closedThere, source: rowOf(1).source }, openThere]),
    });
    await section();
    press('j');
    press('o');
    press('d');
    press('j');
    press('s');
    expect(told()).toEqual([
      ['source.open', { id: closedThere.id }],
      ['item.setState', { id: closedThere.id, state: 'done' }],
      ['item.setState', { id: openThere.id, state: 'started' }],
    ]);
  });

  it('takes nothing that is moved by hand', async () => {
    const planned = aRow({ list: 'today' });
    const { sidebar, told } = await openSidebar({ overview: overviewOf([planned, openThere]) });
    await section();
    putAt(sidebar, planned, 'drift', 0);
    expect(told()).toEqual([]);
  });
});

describe('the page of an item that drifted', () => {
  it('says so and agrees by its button', async () => {
    const item = rowOf(1, { state: 'started' });
    const { told } = await openSidebar({
      page: { ...itemPage(item), drift: { product: 'jira', status: 'Closed' } },
    });
    const card = await screen.findByRole('region', { name: 'This page' });
    const line = await within(card).findByText('Closed in Jira, still open here');
    fireEvent.click(within(line.parentElement!).getByRole('button', { name: /Done/ }));
    expect(within(card).getAllByRole('button', { name: /Done/ })).toHaveLength(1);
    expect(told()).toEqual([['item.setState', { id: item.id, state: 'done' }]]);
  });

  it('starts it again where it goes on there', async () => {
    const item = rowOf(1, { state: 'done', drift: drift(false) });
    const { told } = await openSidebar({ page: itemPage(item) });
    await screen.findByText('Open again in Jira, done here');
    await waitFor(() => expect(document.querySelector('.page-card-chosen')).not.toBeNull());
    press('s');
    expect(told()).toEqual([['item.setState', { id: item.id, state: 'started' }]]);
  });
});
