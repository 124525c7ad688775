import { describe, expect, it } from 'vitest';
import type { Day } from '@/utils/model/day';
import { type Draft, DraftSchema } from '@/utils/model/draft';
import * as v from 'valibot';
import { afterReading, failingOf, openToolHealth } from './tool-health';

const day = (text: string) => text as Day; // days of this test
const draftOf = (id: number, from: string[], more: Partial<Draft> = {}): Draft =>
  v.parse(DraftSchema, {
    title: `Work ${id}`,
    url: `https://tool.example/${id}`,
    source: {
      ...{ product: 'tool', host: 'tool.example', scope: '', nativeId: String(id), kind: 'issue' },
      key: `tool|tool.example||${id}`,
    },
    page: 'item',
    witnesses: from.map((each) => ({ field: 'title', from: each, value: `Work ${id}` })),
    ...more,
  });

type Health = ReturnType<typeof afterReading>;
const readings = (all: string[][], on = day('2026-11-20')): Health =>
  // At least one reading is given.
  all.reduce<Health | undefined>(
    (health, from, place) => afterReading(health, draftOf(place, from), place, on),
    undefined,
  ) as Health;

describe('how well a tool is read', () => {
  const both = ['document title', 'field hook'];
  const one = ['document title'];

  it('says that a place which used to tell the title has stopped to, and since when', () => {
    const before = readings([both, both, both, both]);
    const after = [7, 8, 9].reduce(
      (health, id) => afterReading(health, draftOf(id, one), id, day('2026-11-22')),
      before,
    );
    expect(failingOf(before, day('2026-11-22'))).toEqual([]);
    expect(failingOf(after, day('2026-11-23'))).toEqual([
      { field: 'title', from: 'field hook', since: '2026-11-22' },
    ]);
    expect(failingOf(after, day('2027-01-23'))).toEqual([]);
  });

  it('says nothing of a place that only sometimes tells', () => {
    expect(failingOf(readings([both, one, both, one, one, one, one]), day('2026-11-23'))).toEqual([]);
  });

  it('forgives a place that tells again', () => {
    expect(failingOf(readings([both, both, both, one, one, one, both]), day('2026-11-23'))).toEqual([]);
  });

  it('counts the same page read again and again once', () => {
    const before = readings([both, both, both, both]);
    const again = [1, 2, 3, 4].reduce(
      (health) => afterReading(health, draftOf(9, one), 9, day('2026-11-22')),
      before,
    );
    expect(failingOf(again, day('2026-11-23'))).toEqual([]);
  });

  it('knows a success from a reading that asks to be checked', () => {
    const sure = afterReading(undefined, draftOf(1, both), 5, day('2026-11-20'));
    const doubtful = afterReading(sure, draftOf(2, one, { check: 'one-witness' }), 9, day('2026-11-20'));
    expect([doubtful.lastSuccess, doubtful.lastRead]).toEqual([5, 9]);
  });

  it('is kept for each tool, whatever is noted at the same time, and not for pages of no tool', async () => {
    const store = openToolHealth();
    const today = day('2026-11-20');
    const web = draftOf(3, both);
    await Promise.all([
      store.note(draftOf(1, both), 1, today),
      store.note({ ...draftOf(2, both), source: { ...draftOf(2, both).source, product: 'other' } }, 2, today),
      store.note({ ...web, source: { ...web.source, product: 'web' } }, 3, today),
    ]);
    expect([...(await openToolHealth().all(today)).keys()].toSorted()).toEqual(['other', 'tool']);
  });
});
