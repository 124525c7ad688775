import { beforeEach, describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { openSettings } from '@/storage/settings';
import type { HoldAsk } from '@/utils/messaging/page-script';
import { allowedWidth, createSidebar } from './sidebar';

const tab = { id: 7, windowId: 3 };

describe('the sidebar of a tab', () => {
  const page = {
    url: 'https://tool.example/1' as string | undefined,
    isThere: true,
    isOpen: false,
    refusal: '',
    host: '',
  };
  let asked: HoldAsk[] = [];
  let css: string[] = [];
  let inItsPlace: string[] = [];
  const newSidebar = () =>
    createSidebar(openSettings(), async (_tab, problem) => void inItsPlace.push(problem));

  beforeEach(() => {
    Object.assign(page, {
      url: 'https://tool.example/1',
      isThere: true,
      isOpen: false,
      refusal: '',
      host: 'abcde-fghij',
    });
    [asked, css, inItsPlace] = [[], [], []];
    Object.assign(fakeBrowser.tabs, {
      get: async () => ({ ...tab, url: page.url }),
      sendMessage: async (_tab: number, ask: HoldAsk) => {
        if (!page.isThere) throw new Error('Receiving end does not exist.');
        asked.push(ask);
        if (ask.ask === 'open') page.isOpen = true;
        if (ask.ask === 'close') page.isOpen = false;
        return { isOpen: page.isOpen, host: page.host };
      },
    });
    Object.assign(fakeBrowser.scripting, {
      executeScript: async () => {
        if (page.refusal) throw new Error(page.refusal);
        page.isThere = true;
      },
      insertCSS: async (rule: { css: string }) => void css.push(rule.css),
      removeCSS: async (rule: { css: string }) => void css.splice(css.indexOf(rule.css), 1),
    });
  });
  const opening = () => asked.findLast((ask) => ask.ask === 'open');

  it('opens with a nonce of its own that only this tab knows', async () => {
    const sidebar = newSidebar();
    await sidebar.open(tab);
    const first = opening()?.nonce ?? '';
    expect(first).toMatch(/^[0-9a-f]{32}$/);
    expect(await sidebar.knowsNonce(7, first)).toBe(true);
    expect(await sidebar.knowsNonce(8, first)).toBe(false);
    expect(await sidebar.knowsNonce(7, '')).toBe(false);
    await sidebar.close(7);
    expect(await sidebar.knowsNonce(7, first)).toBe(false);
    await sidebar.open(tab);
    expect(opening()?.nonce).not.toBe(first);
  });

  it('makes room beside the page and takes it back, in push mode', async () => {
    const sidebar = newSidebar();
    await sidebar.open(tab);
    expect(css).toEqual(['@media screen { html:has(> abcde-fghij) { margin-right: 360px !important; } }']);
    await sidebar.close(7);
    expect(css).toEqual([]);
  });

  it('puts nothing but a name into the rule', async () => {
    page.host = 'a-b) { } * { display: none } html:has(a-b';
    await newSidebar().open(tab);
    expect(css).toEqual([]);
  });

  it('lies over the page in the other mode', async () => {
    await openSettings().change({ mode: 'overlay' });
    await newSidebar().open(tab);
    expect(css).toEqual([]);
  });

  it('moves to the side and width that the settings say', async () => {
    const sidebar = newSidebar();
    await sidebar.open(tab);
    await sidebar.arrangeAll(await openSettings().change({ side: 'left', width: 420 }));
    expect(asked.at(-1)).toMatchObject({ ask: 'arrange', side: 'left', width: 420 });
    expect(css).toEqual(['@media screen { html:has(> abcde-fghij) { margin-left: 420px !important; } }']);
  });

  it('comes back after a navigation, without taking the focus', async () => {
    const sidebar = newSidebar();
    await sidebar.open(tab);
    expect(opening()).toMatchObject({ takesFocus: true });
    Object.assign(page, { isThere: false, isOpen: false });
    css = [];
    await sidebar.comeBack(7);
    expect(opening()).toMatchObject({ takesFocus: false });
    expect(page.isOpen).toBe(true);
    expect(css).toHaveLength(1);
  });

  it('stays away, without a word, from a page that does not let us in any more', async () => {
    const sidebar = newSidebar();
    await sidebar.open(tab);
    Object.assign(page, { isThere: false, isOpen: false, refusal: 'Cannot access contents of the page.' });
    await sidebar.comeBack(7);
    expect([page.isOpen, inItsPlace, await sidebar.isOpen(7)]).toEqual([false, [], false]);
  });

  it('is not opened twice by its own loading', async () => {
    const sidebar = newSidebar();
    await sidebar.open(tab);
    await sidebar.comeBack(7);
    expect(asked.filter(({ ask }) => ask === 'open')).toHaveLength(1);
  });

  it.each([
    ['https://tool.example/1', 'Cannot access contents of the page.', 'no-frame'],
    [undefined, 'Cannot access a chrome:// URL', 'browser-page'],
  ])('gives way to another surface with the reason on %s', async (url, refusal, problem) => {
    Object.assign(page, { url, refusal, isThere: false });
    const sidebar = newSidebar();
    await sidebar.open(tab);
    expect(inItsPlace).toEqual([problem]);
    expect(await sidebar.isOpen(7)).toBe(false);
  });

  it('gives way when its frame never spoke, but not when the page threw it out', async () => {
    const sidebar = newSidebar();
    await sidebar.open(tab);
    await sidebar.lost(7, 'failed');
    expect([inItsPlace, css]).toEqual([['no-frame'], []]);
    await sidebar.open(tab);
    await sidebar.lost(7, 'gone');
    expect(inItsPlace).toEqual(['no-frame']);
  });

  it('does not believe a page that says so without having had it', async () => {
    await newSidebar().lost(7, 'failed');
    expect(inItsPlace).toEqual([]);
  });

  it('follows to tabs of the window that had it open, where the address is told without a gesture', async () => {
    const sidebar = newSidebar();
    await sidebar.open({ id: 6, windowId: 3 });
    asked = [];
    page.url = undefined;
    await sidebar.follow(tab);
    expect(asked).toEqual([]);
    page.url = 'https://tool.example/2';
    await sidebar.follow(tab);
    expect(opening()).toMatchObject({ takesFocus: false });
    await sidebar.close(6);
    asked = [];
    await sidebar.follow({ id: 9, windowId: 3 });
    expect(asked).toEqual([]);
  });

  it('keeps its width within what the settings hold', () => {
    expect([100, 333.4, 900].map(allowedWidth)).toEqual([320, 333, 520]);
  });
});
