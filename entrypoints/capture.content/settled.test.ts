import { describe, expect, test } from 'vitest';
import type { Draft } from '@/utils/model/draft';
import { createWatch, wasLoadedHere } from './settled';

const HERE = 'https://plans.example/t/2';
const entry = (id: string, url: string, sameDocument = true) => ({ id, url, sameDocument });
const loaded = entry('a', HERE);

describe('a document was loaded at its address', () => {
  test('when its history holds nothing else of it', () => {
    const others = [entry('z', 'https://plans.example/t/1', false), loaded];
    const history = { activation: { entry: loaded }, currentEntry: loaded, entries: () => others };
    expect(wasLoadedHere(history, HERE)).toBe(true);
    expect(wasLoadedHere(history, `${HERE}#comment-4`)).toBe(true);
  });

  test('when only the place on the page changed, or its entry was written anew', () => {
    const place = entry('b', `${HERE}#comment-4`);
    const history = { activation: { entry: loaded }, currentEntry: place, entries: () => [loaded, place] };
    expect(wasLoadedHere(history, place.url)).toBe(true);
    const anew = entry('c', HERE);
    expect(
      wasLoadedHere({ activation: { entry: loaded }, currentEntry: anew, entries: () => [anew] }, HERE),
    ).toBe(true);
  });

  test('not when it was at another address since', () => {
    const moved = entry('b', 'https://plans.example/t/3');
    const history = { activation: { entry: loaded }, currentEntry: moved, entries: () => [loaded, moved] };
    expect(wasLoadedHere(history, moved.url)).toBe(false);
    // Back again: the page may still show the other.
    const back = { activation: { entry: loaded }, currentEntry: loaded, entries: () => [loaded, moved] };
    expect(wasLoadedHere(back, HERE)).toBe(false);
  });

  test('not when its address was written over', () => {
    const over = entry('b', 'https://plans.example/t/3');
    const history = { activation: { entry: loaded }, currentEntry: over, entries: () => [over] };
    expect(wasLoadedHere(history, over.url)).toBe(false);
  });

  test('not when its fragment routes and moved on', () => {
    const first = entry('a', 'https://plans.example/#/t/1');
    const next = entry('b', 'https://plans.example/#/t/2');
    const history = { activation: { entry: first }, currentEntry: next, entries: () => [first, next] };
    expect(wasLoadedHere(history, next.url)).toBe(false);
  });

  test('is not known without the Navigation API', () => {
    expect(wasLoadedHere(undefined, HERE)).toBe(false);
    expect(wasLoadedHere({ currentEntry: loaded }, HERE)).toBe(false);
  });
});

describe('a page has settled', () => {
  // Only key and title are looked at.
  const draft = (title: string, key = 'k') => ({ title, source: { key } }) as unknown as Draft;

  test('when it stood still for 600 ms', () => {
    const watch = createWatch(undefined);
    expect([0, 300, 599, 600].map((now) => watch.sees(draft('Crates'), now))).toEqual([
      false,
      false,
      false,
      true,
    ]);
  });

  test('when its title changed while we watched', () => {
    const watch = createWatch(undefined);
    expect([watch.sees(draft('Crates'), 0), watch.sees(draft('Yard'), 60)]).toEqual([false, true]);
  });

  test('at once when it shows what it had settled on before', () => {
    const known = draft('Crates');
    expect(createWatch(known).sees(draft('Crates'), 0)).toBe(true);
    expect(createWatch(known).sees(draft('Crates', 'other'), 0)).toBe(false);
    expect(createWatch(known).sees(draft('Yard'), 0)).toBe(false);
  });
});
