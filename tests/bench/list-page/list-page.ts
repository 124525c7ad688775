import { h, render } from 'preact';
import { PriorityList } from '@/components/priority-list/priority-list';
import '@/components/theme.css';
import type { Day } from '@/utils/model/day';
import type { ItemId } from '@/utils/model/ids';
import type { ItemRow } from '@/utils/model/row';

const TODAY = '2026-11-23' as Day; // a day of the right form

/** A row as the background sends it; the number makes it unlike the others. */
const rowOf = (number: number): ItemRow => ({
  id: `01926d3a-0000-7000-8000-${number.toString(16).padStart(12, '0')}` as ItemId, // the form of an id
  title: `Work number ${number}, named as people name things`,
  state: number % 7 === 0 ? 'started' : 'ready',
  list: 'next',
  importance: 1,
  score: 40 - (number % 40),
  reason: { code: 'value', points: 8, importance: 1 },
  source: { product: 'jira', host: 'acme.example', label: `ACME-${number}`, url: 'https://acme.example/' },
  sourceCount: 1,
  isBlocked: false,
  isPinned: false,
  order: number,
});

const nothing = () => undefined;

// Without JSX: so the tools that look at our plain TypeScript see this page too.
const list = (rows: readonly ItemRow[]) =>
  h(PriorityList, {
    ...{ name: 'next', label: 'Next', rows, today: TODAY, chosen: rows[3]?.id, showScore: true },
    ...{ onChoose: nothing, onOpen: nothing, onMenu: nothing, onGrab: nothing },
  });

const painted = () =>
  new Promise<number>((done) => requestAnimationFrame(() => setTimeout(() => done(performance.now()))));

/** What the measurement calls. Every time is ms until what changed was painted. */
const measure = {
  async mount(count: number): Promise<{ ms: number; rowsInPage: number }> {
    const root = document.getElementById('app');
    if (!root) throw new Error('the page has no place for the list');
    const rows = Array.from({ length: count }, (_, number) => rowOf(number));
    const from = performance.now();
    render(list(rows), root);
    const ms = (await painted()) - from;
    await painted();
    return { ms, rowsInPage: document.querySelectorAll('[role="option"]').length };
  },
  async move(count: number): Promise<number> {
    const root = document.getElementById('app');
    if (!root) throw new Error('the page has no place for the list');
    const rows = Array.from({ length: count }, (_, number) => rowOf(number));
    const [third] = rows.splice(3, 1);
    const moved = third ? [third, ...rows] : rows;
    await painted();
    const from = performance.now();
    render(list(moved), root);
    return (await painted()) - from;
  },
  /** Scrolls a screen's share in every frame; gives the ms between frames. */
  async scroll(frames: number): Promise<number[]> {
    const scroller = document.querySelector('[data-scroller]');
    if (!scroller) throw new Error('the page has no scroller');
    const taken: number[] = [];
    let last = await new Promise<number>(requestAnimationFrame);
    for (let frame = 0; frame < frames; frame += 1) {
      scroller.scrollTop += 400;
      const now = await new Promise<number>(requestAnimationFrame);
      taken.push(now - last);
      last = now;
    }
    return taken;
  },
};

Object.assign(globalThis, { measure });
