import { describe, expect, it } from 'vitest';
import { classify, type SenderFacts } from './sender-class';

const own = { id: 'ours', origin: 'chrome-extension://ours' };
const at = (path: string) => `chrome-extension://ours${path}`;
const tab = { id: 7, windowId: 3 };
const classOf = (sender: SenderFacts) => classify(sender, own)?.class;

describe('who a sender is', () => {
  it('takes our script in the top frame of a page as content, also where the page is sandboxed', () => {
    const page = { id: 'ours', url: 'https://tool.example/a', tab, frameId: 0 };
    expect(classOf({ ...page, origin: 'https://tool.example' })).toBe('content');
    expect(classOf({ ...page, origin: 'null' })).toBe('content');
  });

  it('takes our page inside a tab as frame and the same page elsewhere as panel', () => {
    const page = { id: 'ours', origin: own.origin, url: at('/sidepanel.html#nonce=n') };
    expect(classOf({ ...page, tab, frameId: 5 })).toBe('frame');
    expect(classOf(page)).toBe('panel');
    expect(classOf({ ...page, tab, frameId: 0 })).toBe('panel');
  });

  it('knows popup and desk by their documents', () => {
    expect(classOf({ id: 'ours', origin: own.origin, url: at('/popup.html') })).toBe('popup');
    expect(classOf({ id: 'ours', origin: own.origin, url: at('/desk.html#settings'), tab, frameId: 0 })).toBe(
      'desk',
    );
  });

  it.each<[string, SenderFacts]>([
    [
      'another extension',
      { id: 'theirs', origin: 'chrome-extension://theirs', url: 'chrome-extension://theirs/popup.html' },
    ],
    ['another extension that names our origin', { id: 'theirs', origin: own.origin, url: at('/popup.html') }],
    ['a sender without id', { origin: own.origin, url: at('/popup.html') }],
    [
      'our frame in a sandboxed page (origin "null")',
      { id: 'ours', origin: 'null', url: at('/sidepanel.html'), tab, frameId: 4 },
    ],
    [
      'our address with a foreign origin',
      { id: 'ours', origin: 'https://evil.example', url: at('/popup.html') },
    ],
    [
      'the popup page framed by a page',
      { id: 'ours', origin: own.origin, url: at('/popup.html'), tab, frameId: 4 },
    ],
    ['the desk framed by a page', { id: 'ours', origin: own.origin, url: at('/desk.html'), tab, frameId: 4 }],
    ['a page of ours that is no surface', { id: 'ours', origin: own.origin, url: at('/other.html') }],
    [
      'a page of ours whose path is a prototype key',
      { id: 'ours', origin: own.origin, url: 'chrome-extension://ours/__proto__' },
    ],
    [
      'our script inside a frame of a page',
      { id: 'ours', origin: 'https://tool.example', url: 'https://tool.example', tab, frameId: 3 },
    ],
    [
      'our script without a tab',
      { id: 'ours', origin: 'https://tool.example', url: 'https://tool.example', frameId: 0 },
    ],
    ['our origin without an address', { id: 'ours', origin: own.origin }],
    ['our origin with what is no address', { id: 'ours', origin: own.origin, url: 'popup.html' }],
    ['nothing at all', {}],
  ])('takes %s as nobody', (_name, sender) => {
    expect(classify(sender, own)).toBeUndefined();
  });

  it('takes the glimpse for itself within a page, and for nobody in a tab of its own', () => {
    const glimpse = { id: 'ours', origin: own.origin, url: at('/glimpse.html') };
    expect(classOf({ ...glimpse, tab, frameId: 5 })).toBe('glimpse');
    expect(classOf({ ...glimpse, tab, frameId: 0 })).toBeUndefined();
    expect(classOf(glimpse)).toBeUndefined();
  });

  it('takes the sidebar framed outside of any tab for a frame, which no tab has given a nonce', () => {
    const framed = { id: 'ours', origin: own.origin, url: at('/sidepanel.html'), frameId: 2 };
    expect(classify(framed, own)).toEqual({
      class: 'frame',
      tabId: undefined,
      windowId: undefined,
      frameId: 2,
    });
  });

  it('takes a script of whose page the browser tells nothing for one in a page', () => {
    expect(classOf({ id: 'ours', tab, frameId: 0 })).toBe('content');
  });

  it('reads the origin out of the address only where the browser tells none', () => {
    expect(classOf({ id: 'ours', url: at('/popup.html') })).toBe('popup');
    expect(classOf({ id: 'ours', url: 'https://tool.example/popup.html', tab, frameId: 0 })).toBe('content');
  });

  it('says which tab, window and frame asked', () => {
    expect(
      classify({ id: 'ours', origin: own.origin, url: at('/sidepanel.html'), tab, frameId: 5 }, own),
    ).toEqual({
      class: 'frame',
      tabId: 7,
      windowId: 3,
      frameId: 5,
    });
  });
});
