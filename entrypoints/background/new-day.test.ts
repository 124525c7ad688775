import { describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { nextMidnight, onNewDay } from './new-day';

const clock = (now: string, zone: string) => ({ now: () => Date.parse(now), zone: () => zone });
const ring = (name: string) => ({ name, scheduledTime: 0, persistAcrossSessions: true });
const next = (now: string, zone: string) => new Date(nextMidnight(clock(now, zone))).toISOString();

describe('the next day', () => {
  it('begins at local midnight', () => {
    expect(next('2026-11-23T15:00:00Z', 'Europe/Berlin')).toBe('2026-11-23T23:00:00.000Z');
    expect(next('2026-11-23T15:00:00Z', 'UTC')).toBe('2026-11-24T00:00:00.000Z');
    expect(next('2026-11-23T15:00:00Z', 'America/Los_Angeles')).toBe('2026-11-24T08:00:00.000Z');
  });

  it('begins at midnight in zones that are off by half an hour', () => {
    expect(next('2026-11-23T15:00:00Z', 'Asia/Kolkata')).toBe('2026-11-23T18:30:00.000Z');
    expect(next('2026-11-23T15:00:00Z', 'Asia/Kathmandu')).toBe('2026-11-23T18:15:00.000Z');
  });

  it('begins at midnight on days of 23 and 25 hours', () => {
    expect(next('2026-03-29T00:30:00Z', 'Europe/Berlin')).toBe('2026-03-29T22:00:00.000Z');
    expect(next('2026-10-25T00:30:00Z', 'Europe/Berlin')).toBe('2026-10-25T23:00:00.000Z');
  });

  it('is never the instant that is now', () => {
    expect(next('2026-11-24T00:00:00Z', 'UTC')).toBe('2026-11-25T00:00:00.000Z');
  });

  it('scores at the start and when its alarm rings, each time setting the next alarm', async () => {
    let begun = 0;
    onNewDay(clock('2026-11-23T15:00:00Z', 'UTC'), async () => void (begun += 1));
    expect(begun).toBe(1);
    const [alarm] = await fakeBrowser.alarms.getAll();
    expect(alarm?.scheduledTime).toBe(Date.parse('2026-11-24T00:00:00Z'));
    await fakeBrowser.alarms.onAlarm.trigger(ring('something-else'));
    expect(begun).toBe(1);
    await fakeBrowser.alarms.onAlarm.trigger(ring('new-day'));
    expect(begun).toBe(2);
  });
});
