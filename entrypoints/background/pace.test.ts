import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createPace } from './pace';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

it('runs a storm for one tab at once and then at its pace, the newest last, and another tab at once', async () => {
  const pace = createPace(500);
  const ran: string[] = [];
  for (let turn = 1; turn <= 100; turn += 1) {
    pace(7, () => ran.push(`7 ${turn}`));
    await vi.advanceTimersByTimeAsync(10);
  }
  expect(ran).toEqual(['7 1', '7 50', '7 100']);
  pace(8, () => ran.push('8'));
  expect(ran.at(-1)).toBe('8');
});

it('runs at once again after a rest', async () => {
  const pace = createPace(500);
  let ran = 0;
  pace(7, () => (ran += 1));
  await vi.advanceTimersByTimeAsync(500);
  pace(7, () => (ran += 1));
  expect(ran).toBe(2);
});
