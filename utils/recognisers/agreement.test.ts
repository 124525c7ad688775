import { describe, expect, test } from 'vitest';
import { agree, type Evidence } from './agreement';
import type { TitleWitness } from './recogniser';

const says = (from: string, title: string, bound = false): TitleWitness => ({ from, title, bound });
const outcome = (witnesses: TitleWitness[], evidence: Evidence = 'none') => {
  const { title, check } = agree(witnesses, evidence);
  return [title, check];
};

describe('agreement', () => {
  test('two places that say the same are sure', () => {
    expect(outcome([says('document title', 'Pay Ana'), says('field hook', 'pay  ana')])).toEqual([
      'Pay Ana',
      undefined,
    ]);
  });

  test('a heading and a hook read one spot: they are one witness', () => {
    expect(outcome([says('field hook', 'Pay Ana'), says('heading', 'Pay Ana')])).toEqual([
      'Pay Ana',
      'one-witness',
    ]);
  });

  test('one place that names the item too is sure', () => {
    expect(outcome([says('document title', 'Pay Ana', true)])).toEqual(['Pay Ana', undefined]);
  });

  test('a lone bound place that another contradicts asks to be checked', () => {
    expect(outcome([says('document title', 'Pay Ana', true), says('field hook', 'Pay Bo')])).toEqual([
      'Pay Ana',
      'witnesses-disagree',
    ]);
  });

  test('what two spots of the item’s own page show is newer than a bound title from before', () => {
    const witnesses = [
      says('document title', 'New'),
      says('field hook', 'New'),
      says('open graph', 'Old', true),
    ];
    expect(outcome(witnesses, 'for')).toEqual(['New', undefined]);
    expect(outcome(witnesses, 'both')).toEqual(['Old', 'witnesses-disagree']);
  });

  test('places that all differ give the first, to be checked', () => {
    expect(outcome([says('document title', 'A plan'), says('field hook', 'B plan')])).toEqual([
      'A plan',
      'witnesses-disagree',
    ]);
  });

  test('another item’s page gives no title', () => {
    expect(outcome([says('document title', 'A'), says('field hook', 'A')], 'against')).toEqual([
      undefined,
      'stale-page',
    ]);
  });

  test('an address that spells another title asks to be checked', () => {
    const shown = [says('document title', 'Go-live: plan'), says('field hook', 'Go-live: plan')];
    expect(outcome([...shown, says('url', 'Go live plan')])).toEqual(['Go-live: plan', undefined]);
    expect(outcome([...shown, says('url', 'Scanner models')])).toEqual([
      'Go-live: plan',
      'witnesses-disagree',
    ]);
  });

  test('a title that the address names is spelled as the page spells it', () => {
    expect(outcome([says('document title', 'iPhone'), says('url', 'IPhone', true)])).toEqual([
      'iPhone',
      undefined,
    ]);
    expect(outcome([says('document title', 'Android'), says('url', 'IPhone', true)], 'against')).toEqual([
      'IPhone',
      undefined,
    ]);
  });

  test('nothing heard is no title', () => {
    expect(outcome([says('document title', 'undefined')])).toEqual([undefined, 'no-title']);
  });
});
