import { fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, describe, expect, it } from 'vitest';
import { closeSidebar, openSidebar, press } from '@/tests/support/open-sidebar';
import { draftPage, itemPage, rowOf } from '@/tests/support/view-samples';

afterEach(closeSidebar);

const other = rowOf(2, { title: 'Login redirect' });

describe('what may be the same work', () => {
  it('is offered to a page that is not captured, and attached only when asked', async () => {
    const { told } = await openSidebar({ page: { ...draftPage(), alike: [other] } });
    const part = await screen.findByRole('region', { name: 'Looks like the same work' });
    expect(told()).toEqual([]);
    fireEvent.click(within(part).getByRole('button', { name: 'Attach to it: “Login redirect”' }));
    expect(told()).toEqual([['page.capture', { attachTo: other.id }]]);
  });

  it('is not offered twice where the page names it', async () => {
    const { told } = await openSidebar({ page: { ...draftPage(), named: [other], alike: [other] } });
    await screen.findByText(/It belongs to/);
    expect(screen.queryByRole('region', { name: 'Looks like the same work' })).toBeNull();
    press('a');
    expect(told()).toEqual([['page.capture', { attachTo: other.id }]]);
  });

  it('is merged with a captured one only after a second look', async () => {
    const item = rowOf(1);
    const { told } = await openSidebar({ page: { ...itemPage(item), alike: [other] } });
    fireEvent.click(await screen.findByRole('button', { name: 'Merge with “Login redirect”…' }));
    await screen.findByText(/“Login redirect” becomes part of “Work 1”/);
    expect(told()).toEqual([]);
    fireEvent.click(screen.getByRole('button', { name: 'Merge', hidden: true }));
    expect(told()).toEqual([['item.merge', { from: other.id, into: item.id }]]);
    await waitFor(() => expect(screen.queryByText(/becomes part of/)).toBeNull());
  });
});

describe('an ask', () => {
  it('shows its sentence and the page it stands on before it is captured', async () => {
    const draft = { quote: 'Could you send it by Friday?', sourceTitle: 'Re: Quote' };
    await openSidebar({ page: draftPage(draft) });
    expect((await screen.findByText(draft.quote)).closest('blockquote')).not.toBeNull();
    expect(screen.getByText('from “Re: Quote”')).toBeDefined();
  });

  it('that was captured from this page is listed, and opens its card', async () => {
    const { sidebar } = await openSidebar({ page: { ...draftPage(), asks: [other] } });
    const part = await screen.findByRole('region', { name: 'Asks from here' });
    fireEvent.click(within(part).getByRole('button', { name: /Login redirect/ }));
    expect(sidebar.cover.value).toEqual({ kind: 'card', id: other.id });
  });
});
