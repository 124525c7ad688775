import { afterEach, expect, test, vi } from 'vitest';
import { keepEarlyKeys } from './early-keys';
import { pressAgain } from './press-again';

afterEach(() => document.body.replaceChildren());

const press = (key: string, target: Element = document.body) =>
  target.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));

test('keys that come too early are pressed again in their order, once somebody listens', () => {
  const stop = keepEarlyKeys({});
  expect(press('s')).toBe(false);
  press('d');
  const heard: string[] = [];
  const listen = ({ key }: KeyboardEvent) => void heard.push(key);
  document.addEventListener('keydown', listen);
  pressAgain(stop());
  press('u');
  document.removeEventListener('keydown', listen);
  expect(heard).toEqual(['s', 'd', 'u']);
});

test('what cannot wait is done at once, and the excepted key stays the browser’s', () => {
  const search = vi.fn();
  const stop = keepEarlyKeys({ except: 'Escape', atOnce: { '/': search } });
  expect(press('/')).toBe(false);
  expect(search).toHaveBeenCalledOnce();
  expect(press('Escape')).toBe(true);
  stop();
});

test('typing and pressing a button are left alone', () => {
  const stop = keepEarlyKeys({});
  const field = document.body.appendChild(document.createElement('input'));
  const button = document.body.appendChild(document.createElement('button'));
  expect(press('s', field)).toBe(true);
  expect(press('Enter', button)).toBe(true);
  stop();
});
