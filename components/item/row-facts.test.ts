import { describe, expect, it } from 'vitest';
import type { Day } from '@/utils/model/day';
import type { ItemRow } from '@/utils/model/row';
import { aRow } from '@/tests/support/fake-wire';
import { rowFacts } from './row-facts';

// Tests write days as they are.
const day = (text: string) => text as Day;
const TODAY = day('2026-11-23');
const said = (row: ItemRow) => rowFacts(row, TODAY).map((fact) => fact.text.replace(/\u00A0/g, ' '));

describe('the second line of a row', () => {
  it('puts the reason before where it comes from', () => {
    const row = aRow({
      reason: { code: 'waiter', points: 14, who: 'Maria', days: 4 },
      source: { product: 'jira', host: 'acme.example', label: 'ACME-142', url: 'https://acme.example' },
    });
    expect(said(row)).toEqual(['Maria waits 4 d', 'ACME-142']);
  });

  it('says a due day once, also when it is the reason', () => {
    const dueDay = day('2026-11-25');
    expect(said(aRow({ dueDay, reason: { code: 'due', points: 21, days: 2 } }))).toEqual(['due Wed']);
    expect(said(aRow({ dueDay }))).toEqual(['due Wed']);
  });

  it.each([
    ['2026-11-20', 'overdue 3 d'],
    ['2026-11-23', 'due today'],
    ['2026-11-24', 'due tomorrow'],
    ['2026-11-29', 'due Sun'],
    ['2026-11-30', 'due Nov 30'],
  ])('says of a day what people say: %s', (dueDay, words) => {
    expect(said(aRow({ dueDay: day(dueDay) }))).toEqual([words]);
  });

  it('says of finished work when that was, and that nothing presses any more', () => {
    const pressing = { dueDay: day('2026-11-20'), reason: { code: 'due', points: 40, days: -3 } } as const;
    const waiting = { on: 'Legal', sinceDay: day('2026-11-14') };
    const finished = { day: day('2026-11-19'), at: 0 };
    expect(said(aRow({ ...pressing, waiting, state: 'done', finished }))).toEqual(['done Nov 19']);
    expect(said(aRow({ ...pressing, state: 'canceled', finished }))).toEqual(['canceled Nov 19']);
    const at = new Date('2026-11-23T08:40').getTime();
    expect(said(aRow({ state: 'done', finished: { day: TODAY, at } }))[0]).toContain('done 8:40');
  });

  it('says first that a source contradicts it, in the tool’s own word', () => {
    const drift = { product: 'jira', host: 'acme.example', status: 'closed', over: true, sinceDay: TODAY };
    expect(said(aRow({ drift, dueDay: TODAY }))).toEqual(['Closed in Jira, still open here', 'due today']);
    const goesOn = { ...drift, status: 'Reopened', over: false };
    expect(said(aRow({ drift: goesOn, state: 'done' }))).toEqual(['Open again in Jira, done here']);
  });

  it('tells late from soon by tone, not by colour alone: the words differ too', () => {
    const facts = rowFacts(aRow({ reason: { code: 'due', points: 40, days: -3 } }), TODAY);
    expect(facts).toEqual([{ text: 'overdue 3\u00A0d', tone: 'late' }]);
  });

  it('asks to follow up once the day has come, and not before', () => {
    const waiting = { on: 'Legal', sinceDay: day('2026-11-14') };
    expect(said(aRow({ waiting: { ...waiting, followUpDay: TODAY } }))).toEqual(['Legal · 9 d · follow up']);
    expect(said(aRow({ waiting: { ...waiting, followUpDay: day('2026-11-24') } }))).toEqual(['Legal · 9 d']);
  });

  it('says of a pinned row that its facts have changed since, in place of its reason', () => {
    const pinned = aRow({ isPinned: true, reason: { code: 'due', points: 40, days: -3 } });
    expect(said(pinned)).toEqual(['overdue 3 d']);
    expect(said({ ...pinned, pinMoved: true })).toEqual(['facts changed: move up or down?']);
    expect(said({ ...pinned, isPinned: false, pinMoved: true })).toEqual(['overdue 3 d']);
  });

  it('shows names without characters that could turn the line around', () => {
    const row = aRow({ reason: { code: 'blocked', points: -30, by: 'a\u202Eb' } });
    expect(said(row)).toEqual(['blocked by a\uFFFDb']);
  });
});
