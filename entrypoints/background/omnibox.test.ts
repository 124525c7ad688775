import { beforeEach, describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { openInventory } from '@/storage/inventory';
import { Refused } from '@/storage/inventory/verbs/verb';
import { openSettings } from '@/storage/settings';
import { systemClock } from '@/utils/model/clock';
import { type CommandId, newId } from '@/utils/model/ids';
import { listenToOmnibox } from './omnibox';

type Suggestion = { content: string; description: string };

describe('"tl" in the address bar', () => {
  let typed: (text: string, suggest: (found: Suggestion[]) => void) => void;
  let entered: (text: string) => void;
  let first = '';
  const opened: string[] = [];
  let inventory: ReturnType<typeof openInventory>;

  const add = (title: string) =>
    inventory.execute(newId<CommandId>(systemClock.now()), 'item.add', { title }, { via: 'ui' });
  const suggestions = (text: string) => new Promise<Suggestion[]>((resolve) => typed(text, resolve));

  beforeEach(() => {
    inventory = openInventory(systemClock, `omnibox-${newId<string>(systemClock.now())}`);
    opened.length = 0;
    Object.assign(fakeBrowser.omnibox, {
      setDefaultSuggestion: ({ description }: { description: string }) => void (first = description),
      onInputStarted: { addListener: () => undefined },
      onInputChanged: { addListener: (listener: typeof typed) => void (typed = listener) },
      onInputEntered: { addListener: (listener: typeof entered) => void (entered = listener) },
    });
    Object.assign(fakeBrowser, { sidebarAction: undefined });
    const open = async (id: string) => void opened.push(id);
    listenToOmnibox({ inventory, settings: openSettings(), open, added: async () => undefined });
  });

  it('finds what is typed, and Enter on it opens it', async () => {
    const reply = await add('Fix the login redirect');
    const [found] = await suggestions('redirect');
    expect(found?.content).toContain('Fix the login redirect');
    entered(found?.content ?? '');
    expect(opened).toEqual([reply.ok ? reply.value.itemId : 'nothing']);
  });

  it('adds what is typed on Enter', async () => {
    entered('  Call Ana  ');
    await expect.poll(async () => (await suggestions('call')).length).toBe(1);
    expect((await suggestions('call'))[0]?.content).toMatch(/^Call Ana /);
  });

  it('finds nothing behind the lock, says so, and keeps what is typed', async () => {
    const kept: unknown[] = [];
    const locked = {
      view: () => Promise.reject(new Refused('locked')),
      execute: async (...given: unknown[]) => ({ ok: kept.push(given[2]) > 0 }),
    } as unknown as typeof inventory;
    const added = async () => undefined;
    listenToOmnibox({ inventory: locked, settings: openSettings(), open: async () => undefined, added });
    expect(await suggestions('login')).toEqual([]);
    expect(first).toMatch(/^Locked: .*“login”/);
    entered('Call Ana');
    expect(kept).toEqual([{ title: 'Call Ana' }]);
  });

  it('adds nothing for an empty line', async () => {
    entered('   ');
    const { next, triage } = await inventory.counts();
    expect([next, triage]).toEqual([0, 0]);
  });

  it('escapes what the browser reads as XML', async () => {
    await add('Compare <b>A & B</b> "now"');
    const [found] = await suggestions('compare');
    expect(found?.description).toContain('Compare &lt;b&gt;A &amp; B&lt;/b&gt; &quot;now&quot;');
    await suggestions('<script>');
    expect(first).toContain('&lt;script&gt;');
  });

  it('escapes nothing for Firefox, which shows plain text', async () => {
    Object.assign(fakeBrowser, { sidebarAction: {} });
    await add('A & B');
    expect((await suggestions('A &'))[0]?.description).toContain('A & B');
  });
});
