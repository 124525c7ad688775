import {
  anything as anyValue,
  assert,
  asyncProperty,
  constant,
  constantFrom,
  oneof,
  record,
  string,
} from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { newId, type CommandId, type ItemId } from '@/utils/model/ids';
import { commandSchemas, REFUSALS, type CommandName } from './commands';
import { COMMAND_SENDERS, type SenderClass } from './senders';
import type { SenderFacts } from './sender-class';
import { createAnswer, type Command, type Service } from './serve';

const own = { id: 'ours', origin: 'chrome-extension://ours' };
const page = (path: string) => ({ id: 'ours', origin: own.origin, url: `${own.origin}${path}` });
const tab = { id: 7 };
const SENDERS: Record<SenderClass, SenderFacts> = {
  content: { id: 'ours', origin: 'https://tool.example', url: 'https://tool.example/1', tab, frameId: 0 },
  frame: { ...page('/sidepanel.html'), tab, frameId: 5 },
  glimpse: { ...page('/glimpse.html'), tab, frameId: 6 },
  popup: page('/popup.html'),
  panel: page('/sidepanel.html'),
  desk: { ...page('/desk.html'), tab: { id: 9 }, frameId: 0 },
};
const STRANGERS: Record<string, SenderFacts> = {
  external: { id: 'theirs', origin: 'chrome-extension://theirs' },
  'null origin': { ...SENDERS.frame, origin: 'null' },
  'foreign origin under our address': { ...page('/popup.html'), origin: 'https://evil.example' },
};

const item = newId<ItemId>(0);
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
  page: 'item',
  witnesses: [],
};
/** One well-formed payload for every command. */
const key = 'web|tool.example||/1';
const lesson = {
  ...{
    id: 'web|tool.example|page|dueDay',
    product: 'web',
    host: 'tool.example',
    kind: 'page',
    field: 'dueDay',
  },
  ...{ locators: [{ by: 'label', text: 'Due' }], example: '1 December' },
};
const PAYLOADS: Record<CommandName, unknown> = {
  'item.capture': { draft },
  'item.captureMany': { rows: [draft] },
  'item.observe': { draft },
  'item.moved': { key, draft },
  'item.way': { id: item, key, by: 'search' },
  'list.keep': { key, title: 'Inbox', url: 'https://tool.example/1', rows: [] },
  'list.seen': { key, rows: [] },
  'list.forget': { key },
  'lesson.save': { lessons: [lesson] },
  'lesson.heal': { id: lesson.id, locators: lesson.locators },
  'lesson.remove': { id: lesson.id },
  'page.captureRows': { keys: [key] },
  'page.keepList': { keep: true },
  'page.teach': { field: 'dueDay' },
  'page.learn': { keep: true },
  'page.near': { hosts: ['tool.example'] },
  'page.pointed': { isLeft: false, lesson },
  'mark.open': { key },
  'item.add': { title: 'Call Ana' },
  'item.edit': { id: item, changes: { title: 'New' } },
  'item.setState': { id: item, state: 'done' },
  'item.wait': { id: item, on: 'Ana' },
  'item.endWait': { id: item },
  'item.block': { id: item, reason: 'budget' },
  'item.endBlock': { id: item },
  'item.snooze': { id: item, untilDay: '2026-12-01' },
  'item.plan': { id: item, day: null },
  'item.order': { id: item },
  'item.pin': { id: item, above: null },
  'item.delete': { id: item },
  'item.restore': { id: item },
  'item.merge': { from: item, into: item },
  'item.split': { id: item, key: 'web|tool.example||/1' },
  undo: {},
  redo: {},
  'page.capture': {},
  'page.read': {},
  'source.open': { id: item },
  'sidebar.open': {},
  'sidebar.close': {},
  'sidebar.resize': { width: 400, done: true },
  'surface.hello': {},
  'desk.open': { place: 'settings' },
  'settings.change': { side: 'left' },
  'backup.make': {},
  'backup.saved': { file: item },
  'backup.schedule': { isOn: true },
  'backup.examine': { file: item },
  'backup.restore': { file: item, how: 'add' },
  'backup.takeBack': { importId: item },
  'backup.cancel': {},
  'reminder.later': {},
  'recovery.restore': { from: 'journal' },
  'recovery.startEmpty': { typed: 'EMPTY' },
  'snapshot.make': {},
  'capture.propose': { draft },
  'ui.hello': { frame: 'shown' },
};

let carried: Command[] = [];
let time = 0;
let isSeen = true;
const service: Service = {
  own,
  now: () => time,
  carryOut: async (command) => {
    carried.push(command);
    return { ok: true, value: { outcome: 'done' } };
  },
  view: async () => undefined,
  knowsNonce: async (tabId, nonce) => tabId === 7 && nonce === 'given',
  isSeen: async () => isSeen,
};
const glimpseNonceOnly: Service = {
  ...service,
  knowsNonce: async (_tabId, _nonce, framed) => framed === 'glimpse',
};
const message = (name: string, payload: unknown, nonce?: string) => ({
  kind: 'command',
  id: newId<CommandId>(1),
  name,
  payload,
  nonce,
});

describe('serving commands', () => {
  let answer = createAnswer(service);
  beforeEach(() => {
    carried = [];
    time = 0;
    answer = createAnswer(service);
  });

  const NAMES = Object.keys(commandSchemas) as CommandName[]; // the keys of the contract
  const CLASSES = Object.keys(SENDERS) as SenderClass[];
  const pairs = CLASSES.flatMap((sender) => NAMES.map((name) => [sender, name] as const));

  it.each(pairs)('from %s carries out %s exactly when the table allows it', async (sender, name) => {
    const reply = await answer(message(name, PAYLOADS[name], 'given'), SENDERS[sender]);
    const isAllowed = COMMAND_SENDERS[name].includes(sender);
    expect(reply).toEqual(
      isAllowed ? { ok: true, value: { outcome: 'done' } } : { ok: false, code: 'not-allowed' },
    );
    expect(carried.map((command) => command.name)).toEqual(isAllowed ? [name] : []);
  });

  it.each(Object.entries(STRANGERS))('carries out nothing for %s', async (_name, sender) => {
    for (const name of NAMES)
      expect(await answer(message(name, PAYLOADS[name], 'given'), sender)).toEqual({
        ok: false,
        code: 'not-allowed',
      });
    expect(carried).toEqual([]);
  });

  it.each([
    ['without a nonce', undefined],
    ['with another nonce', 'guessed'],
  ])('carries out nothing for a frame %s', async (_name, nonce) => {
    const nobody = { ok: false, code: 'not-allowed' };
    expect(await answer(message('undo', {}, nonce), SENDERS.frame)).toEqual(nobody);
    expect(await answer(message('surface.hello', {}, nonce), SENDERS.glimpse)).toEqual(nobody);
  });

  it("takes a sidebar's frame with a glimpse's nonce for nobody", async () => {
    answer = createAnswer(glimpseNonceOnly);
    const nobody = { ok: false, code: 'not-allowed' };
    expect(await answer(message('surface.hello', {}, 'given'), SENDERS.frame)).toEqual(nobody);
    expect(await answer(message('surface.hello', {}, 'given'), SENDERS.glimpse)).toMatchObject({ ok: true });
  });

  it("refuses a frame that shows another tab's nonce", async () => {
    const elsewhere = { ...SENDERS.frame, tab: { id: 8 } };
    expect(await answer(message('undo', {}, 'given'), elsewhere)).toEqual({ ok: false, code: 'not-allowed' });
  });

  it('refuses a payload that does not parse, an unknown command and a broken envelope', async () => {
    const bad = [
      message('item.edit', { id: 'x', changes: {} }),
      message('constructor', {}),
      message('nothing.known', {}),
      { ...message('undo', {}), id: 'not-a-uuid' },
      'undo',
      null,
      undefined,
    ];
    for (const one of bad) expect(await answer(one, SENDERS.popup)).toEqual({ ok: false, code: 'malformed' });
    expect(carried).toEqual([]);
  });

  it('refuses what is too large: 64 KB from a page, 256 KB from a surface', async () => {
    const big = (length: number) => ({ draft: { ...draft, excerpt: 'x'.repeat(length) } });
    expect(await answer(message('capture.propose', big(70_000)), SENDERS.content)).toEqual({
      ok: false,
      code: 'too-large',
    });
    expect(await answer(message('item.capture', big(70_000)), SENDERS.popup)).toMatchObject({ ok: true });
    expect(await answer(message('item.capture', big(300_000)), SENDERS.popup)).toEqual({
      ok: false,
      code: 'too-large',
    });
  });

  it("holds one page's flood to its limit and leaves other tabs alone", async () => {
    const say = (sender: SenderFacts) => answer(message('ui.hello', { frame: 'gone' }), sender);
    const flood = await Promise.all(Array.from({ length: 500 }, () => say(SENDERS.content)));
    expect(flood.filter((reply) => reply.ok)).toHaveLength(50);
    expect(await say({ ...SENDERS.content, tab: { id: 8 } })).toMatchObject({ ok: true });
    time += 1_000;
    const later = await Promise.all(Array.from({ length: 500 }, () => say(SENDERS.content)));
    expect(later.filter((reply) => reply.ok)).toHaveLength(10);
  });

  it('answers "storage" when the command itself breaks, and goes on serving', async () => {
    const breaks = createAnswer({ ...service, carryOut: () => Promise.reject(new Error('closed')) });
    expect(await breaks(message('undo', {}), SENDERS.popup)).toEqual({ ok: false, code: 'storage' });
  });

  it('answers any message of any sender with a typed reply and never throws', async () => {
    const senders = [...Object.values(SENDERS), ...Object.values(STRANGERS)];
    const anything = oneof(
      anyValue({
        withBigInt: true,
        withMap: true,
        withSet: true,
        withDate: true,
        withNullPrototype: true,
      }),
      record({
        kind: constant('command'),
        id: constant(newId(1)),
        name: oneof(constantFrom(...NAMES), string(), constant('__proto__')),
        payload: anyValue(),
        nonce: anyValue(),
      }),
    );
    await assert(
      asyncProperty(anything, constantFrom(...senders), async (any, sender) => {
        const reply = await answer(any, sender);
        expect(reply.ok ? 'carried out' : reply.code).toBeOneOf(['carried out', ...REFUSALS]);
      }),
      { numRuns: 500 },
    );
  });

  it('gives up a circular, a very deep and a very wide message without hanging', async () => {
    const circle: Record<string, unknown> = { kind: 'command' };
    circle.payload = circle;
    let deep: unknown = 'x';
    for (let depth = 0; depth < 100_000; depth += 1) deep = [deep];
    const wide = Object.fromEntries(Array.from({ length: 100_000 }, (_, place) => [`key${place}`, place]));
    for (const one of [circle, message('undo', deep), message('undo', wide)])
      expect(await answer(one, SENDERS.popup)).toEqual({ ok: false, code: 'too-large' });
  });

  it('leaves no trace of a __proto__ in a message', async () => {
    const evil: unknown = JSON.parse(
      `{"kind":"command","id":"${newId(1)}","name":"undo","payload":{"__proto__":{"polluted":1}}}`,
    );
    await answer(evil, SENDERS.popup);
    expect('polluted' in {}).toBe(false);
  });
});
