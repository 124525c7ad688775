import { expect, it } from 'vitest';
import { createRateLimit } from './rate-limit';

const allowed = (limit: ReturnType<typeof createRateLimit>, count: number, now: number) =>
  Array.from({ length: count }, () => limit.allow(7, now)).filter(Boolean).length;

it('a long rest earns one burst, not more', () => {
  const limit = createRateLimit({ perSecond: 10, burst: 50 });
  expect(allowed(limit, 100, 0)).toBe(50);
  expect(allowed(limit, 100, 3_600_000)).toBe(50);
});

it('a clock that was set back takes nothing away for ever', () => {
  const limit = createRateLimit({ perSecond: 10, burst: 50 });
  allowed(limit, 100, 10_000);
  expect(allowed(limit, 10, 0)).toBe(0);
  expect(allowed(limit, 100, 1_000)).toBe(10);
});
