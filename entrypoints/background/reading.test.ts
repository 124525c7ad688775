import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { problemOf, readTab } from './reading';

const draft = {
  title: 'Fix login',
  url: 'https://tool.example/1',
  source: {
    product: 'web',
    host: 'tool.example',
    scope: '',
    nativeId: '/1',
    kind: 'page',
    key: 'web|tool.example||/1',
  },
  page: 'other',
  witnesses: [],
};

/** A tab whose page answers as given; `executeScript` puts the script there or throws. */
function tabOf(
  tab: { url?: string; title?: string },
  page: { answer?: unknown; refusal?: string; isThere?: boolean },
) {
  let isThere = page.isThere ?? false;
  const injected = vi.fn(async () => {
    if (page.refusal) throw new Error(page.refusal);
    isThere = true;
  });
  Object.assign(fakeBrowser.tabs, {
    get: async () => ({ id: 7, ...tab }),
    sendMessage: async () => {
      if (!isThere) throw new Error('Could not establish connection. Receiving end does not exist.');
      return page.answer;
    },
  });
  Object.assign(fakeBrowser.scripting, { executeScript: injected });
  return injected;
}

describe('reading a tab', () => {
  beforeEach(() => void vi.useRealTimers());

  it('puts the script into the page where it is not, and only into the top frame', async () => {
    const injected = tabOf({ url: draft.url, title: 'Fix login' }, { answer: { draft } });
    expect(await readTab(7, 'gesture')).toMatchObject({ draft: { title: 'Fix login' } });
    expect(injected).toHaveBeenCalledExactlyOnceWith(expect.objectContaining({ target: { tabId: 7 } }));
  });

  it('puts no second script into a page that has one', async () => {
    const injected = tabOf({ url: draft.url }, { answer: { draft }, isThere: true });
    await readTab(7, 'gesture');
    expect(injected).not.toHaveBeenCalled();
  });

  it('takes no draft that does not parse', async () => {
    tabOf({ url: draft.url, title: 'x' }, { answer: { draft: { ...draft, page: 'evil' } } });
    expect(await readTab(7, 'gesture')).toEqual({
      problem: 'reload-page',
      title: 'x',
      url: draft.url,
      draft: undefined,
    });
  });

  it('takes title and address of a tab that may not be read', async () => {
    tabOf(
      { url: 'https://files.example/a.pdf', title: 'Plan' },
      { refusal: 'Missing host permission for the tab' },
    );
    expect(await readTab(7, 'gesture')).toMatchObject({
      problem: 'browser-page',
      draft: { title: 'Plan', check: 'one-witness' },
    });
  });

  it("takes a file's name from the tab where the document has no title", async () => {
    const nameless = { ...draft, title: 'tool.example/1', check: 'no-title' };
    tabOf({ url: draft.url, title: 'Plan 2027.pdf' }, { answer: { draft: nameless } });
    expect(await readTab(7, 'gesture')).toMatchObject({
      draft: { title: 'Plan 2027.pdf', check: 'one-witness' },
    });
    tabOf({ url: draft.url, title: 'tool.example/1' }, { answer: { draft: nameless } });
    expect(await readTab(7, 'gesture')).toMatchObject({ draft: { check: 'no-title' } });
  });

  it('says that a page that never answers has to be loaded again', async () => {
    vi.useFakeTimers();
    tabOf({ url: draft.url, title: 'Stuck' }, { isThere: true });
    Object.assign(fakeBrowser.tabs, { sendMessage: () => new Promise(() => undefined) });
    const reading = readTab(7, 'gesture');
    await vi.advanceTimersByTimeAsync(5_000);
    expect(await reading).toMatchObject({ problem: 'reload-page', draft: undefined });
  });

  it('survives that the tab is closed meanwhile', async () => {
    tabOf({}, { refusal: 'No tab with id: 7' });
    Object.assign(fakeBrowser.tabs, { get: () => Promise.reject(new Error('No tab with id: 7')) });
    expect(await readTab(7, 'watching')).toMatchObject({ problem: 'no-access', draft: undefined });
  });
});

describe('why a page cannot be read', () => {
  it.each([
    ['Cannot access a chrome:// URL', undefined, 'gesture', 'browser-page'],
    [
      'The extensions gallery cannot be scripted.',
      'https://chromewebstore.google.com/',
      'gesture',
      'store-page',
    ],
    ['Missing host permission for the tab', 'https://addons.mozilla.org/en/', 'gesture', 'store-page'],
    ['Cannot access contents of the page.', undefined, 'gesture', 'browser-page'],
    ['Cannot access contents of the page.', undefined, 'watching', 'no-access'],
    ['Cannot access contents of url "file:///a"', 'file:///a', 'gesture', 'file-page'],
    ['Cannot access', 'data:text/html,hi', 'gesture', 'browser-page'],
    ['Missing host permission for the tab', 'https://files.example/a.pdf', 'gesture', 'browser-page'],
    ['Frame with ID 0 is showing error page', 'https://gone.example/', 'gesture', 'reload-page'],
  ] as const)('%s at %s after %s is %s', (said, url, occasion, problem) => {
    expect(problemOf(new Error(said), url, occasion)).toBe(problem);
  });
});
