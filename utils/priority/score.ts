import { daysBetween, type Day } from '@/utils/model/day';
import type { Importance } from '@/utils/model/item';
import type { Term } from '@/utils/model/term';

/** What the score is made of, in whole days, so that it is stable within a day. */
export type ScoreFacts = {
  today: Day;
  dueDay?: Day | undefined;
  importance: Importance;
  /** Someone who waits for me, and for how many days. */
  waiter?: { who: string; days: number } | undefined;
  /** Open items that this one stops. */
  blocksCount: number;
  /** Days since it was started, today included; 0 when it is not started. */
  ageDays: number;
  /** Service-level expectation of the item's kind in days; absent before there is history. */
  sleDays?: number | undefined;
  container?: { title: string; priority: 0 | 1 | 2 } | undefined;
  sizeMinutes?: number | undefined;
  isExpedite: boolean;
  /** What stops it, in words. */
  blockedBy?: string | undefined;
  waitingOn?: { on: string; followUp: boolean } | undefined;
};

const SLE_BEFORE_HISTORY = 14;

/**
 * The priority score: the sum of whole terms, each a reason that can be shown; terms of no points are left out.
 * Largest terms first. Source of every coefficient: reference "data model, flow, priority", B.5.
 */
export function score(facts: ScoreFacts): { score: number; terms: Term[] } {
  const terms = [
    due(facts),
    value(facts),
    waiter(facts),
    blocks(facts),
    age(facts),
    container(facts),
    small(facts),
    expedite(facts),
    blocked(facts),
    waitingOn(facts),
  ]
    .filter((term): term is Term => term !== undefined && term.points !== 0)
    .toSorted((a, b) => Math.abs(b.points) - Math.abs(a.points));
  return { score: terms.reduce((sum, { points }) => sum + points, 0), terms };
}

/** 40·f: f is 1 from 7 days late on, falls linearly to 0.2 at `lead` days ahead, and fades to 0 at twice that. */
function due({ today, dueDay, ageDays, sleDays }: ScoreFacts): Term | undefined {
  if (!dueDay) return undefined;
  const days = daysBetween(today, dueDay);
  const lead = Math.max(1, (sleDays ?? SLE_BEFORE_HISTORY) - ageDays);
  return { code: 'due', points: Math.round(40 * urgency(days, lead)), days };
}

function urgency(days: number, lead: number): number {
  if (days <= -7) return 1;
  if (days <= lead) return 0.2 + (0.8 * (lead - days)) / (lead + 7);
  return Math.max(0, (0.2 * (2 * lead - days)) / lead);
}

const value = ({ importance }: ScoreFacts): Term | undefined =>
  importance === 0 ? undefined : { code: 'value', points: 8 * importance, importance };

const waiter = (facts: ScoreFacts): Term | undefined =>
  facts.waiter && {
    code: 'waiter',
    points: 10 + Math.min(10, Math.max(0, facts.waiter.days)),
    ...facts.waiter,
  };

const blocks = ({ blocksCount }: ScoreFacts): Term | undefined =>
  blocksCount === 0
    ? undefined
    : { code: 'blocks', points: Math.min(20, 8 + 4 * (blocksCount - 1)), count: blocksCount };

/** 20 × the part of the second half of the expectation that is used up; before history half a point a day, at most 10. */
function age({ ageDays, sleDays }: ScoreFacts): Term | undefined {
  if (ageDays === 0) return undefined;
  const points =
    sleDays === undefined
      ? Math.min(10, ageDays / 2)
      : 20 * Math.min(1, Math.max(0, (ageDays / sleDays - 0.5) / 0.5));
  return {
    code: 'age',
    points: Math.round(points),
    days: ageDays,
    ...(sleDays !== undefined && { sleDays }),
  };
}

const container = (facts: ScoreFacts): Term | undefined =>
  facts.container && {
    code: 'container',
    points: 5 * facts.container.priority,
    title: facts.container.title,
  };

const small = ({ sizeMinutes }: ScoreFacts): Term | undefined =>
  sizeMinutes !== undefined && sizeMinutes <= 15
    ? { code: 'small', points: 4, minutes: sizeMinutes }
    : undefined;

const expedite = ({ isExpedite }: ScoreFacts): Term | undefined =>
  isExpedite ? { code: 'expedite', points: 60 } : undefined;

const blocked = ({ blockedBy }: ScoreFacts): Term | undefined =>
  blockedBy === undefined ? undefined : { code: 'blocked', points: -30, by: blockedBy };

const waitingOn = (facts: ScoreFacts): Term | undefined =>
  facts.waitingOn && { code: 'waitingOn', points: facts.waitingOn.followUp ? 12 : -25, ...facts.waitingOn };
