import { afterEach, expect, test, vi } from 'vitest';
import { language, speak } from '.';

afterEach(async () => {
  vi.unstubAllGlobals();
  await speak('auto');
});

/** Catalogues that come only when they are let go, in whichever order. */
function heldCatalogues() {
  const letGo = new Map<string, () => void>();
  vi.stubGlobal('fetch', (file: string) => {
    const name = /_locales\/(\w+)/.exec(file)?.[1] ?? '';
    return new Promise((resolve) => letGo.set(name, () => resolve({ json: async () => ({}) })));
  });
  return letGo;
}

test('of two languages wanted one after the other the last is spoken, whichever comes first', async () => {
  const letGo = heldCatalogues();
  const german = speak('de');
  const english = speak('en');
  await vi.waitFor(() => expect(letGo.size).toBe(2));
  letGo.get('en')?.();
  await english;
  letGo.get('de')?.();
  await german;
  expect(language()).toBe('en');
});

test('the browser’s own language is spoken again at once, also while another is on its way', async () => {
  const letGo = heldCatalogues();
  const own = language();
  const german = speak('de');
  await speak('auto');
  await vi.waitFor(() => expect(letGo.size).toBe(1));
  letGo.get('de')?.();
  await german;
  expect(language()).toBe(own);
});
