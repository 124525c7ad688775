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
import { ARGS, draft, FORGED, own, PAYLOADS, SENDERS, STRANGERS } from '@/tests/support/doors';
import { newId, type CommandId } from '@/utils/model/ids';
import { commandSchemas, REFUSALS, type CommandName } from './commands';
import {
  COMMAND_SENDERS,
  MAY_BE_UNSEEN,
  VIEWS_WHILE_LOCKED,
  WHILE_LOCKED,
  type SenderClass,
} from './senders';
import type { Asker, SenderFacts } from './sender-class';
import { createAnswer, view, type Command, type Service } from './serve';
import type { ViewName } from './views';

let carried: Command[] = [];
let time = 0;
let isSeen = true;
let isLocked = false;
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
  isLocked: async () => isLocked,
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
    isSeen = true;
    isLocked = false;
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

  it.each(NAMES)('takes %s from a script with a forged address as from any other script', async (name) => {
    const reply = await answer(message(name, PAYLOADS[name], 'given'), FORGED);
    expect(reply.ok).toBe(COMMAND_SENDERS[name].includes('content'));
  });

  it.each(NAMES)(
    'refuses %s of a frame that the person does not see, unless it changes nothing',
    async (name) => {
      if (!COMMAND_SENDERS[name].includes('frame')) return;
      isSeen = false;
      const reply = await answer(message(name, PAYLOADS[name], 'given'), SENDERS.frame);
      const isFree = MAY_BE_UNSEEN.includes(name);
      expect(reply).toMatchObject(isFree ? { ok: true } : { ok: false, code: 'hidden' });
      expect(carried).toHaveLength(isFree ? 1 : 0);
    },
  );

  it('asks nobody whether a surface of the browser itself is seen', async () => {
    isSeen = false;
    for (const sender of [SENDERS.popup, SENDERS.panel, SENDERS.desk])
      expect(await answer(message('undo', {}), sender)).toMatchObject({ ok: true });
  });

  it.each(pairs)('from %s refuses %s while it is locked, unless it shows nothing', async (sender, name) => {
    if (!COMMAND_SENDERS[name].includes(sender)) return;
    isLocked = true;
    const reply = await answer(message(name, PAYLOADS[name], 'given'), SENDERS[sender]);
    const isFree = WHILE_LOCKED.includes(name);
    expect(reply).toMatchObject(isFree ? { ok: true } : { ok: false, code: 'locked' });
    expect(carried).toHaveLength(isFree ? 1 : 0);
  });

  it.each(Object.keys(ARGS) as ViewName[])(
    'gives the view %s while it is locked only if it shows nothing',
    async (name) => {
      const given = { ...service, view: async () => 'all of it' };
      const desk: Asker = { class: 'desk' };
      expect(await view(given, name, ARGS[name], desk)).toBe('all of it');
      isLocked = true;
      const told = await view(given, name, ARGS[name], desk).catch(({ code }: { code: unknown }) => code);
      expect(told).toBe(VIEWS_WHILE_LOCKED.includes(name) ? 'all of it' : 'locked');
    },
  );

  it('does not give what was computed while the lock closed', async () => {
    const closes = async () => {
      isLocked = true;
      return 'all of it';
    };
    const asked = view({ ...service, view: closes }, 'overview', {}, { class: 'desk' });
    await expect(asked).rejects.toMatchObject({ code: 'locked' });
  });

  it('computes nothing while it is locked', async () => {
    isLocked = true;
    const given = { ...service, view: () => expect.unreachable('computed') };
    await expect(view(given, 'overview', {}, { class: 'desk' })).rejects.toMatchObject({ code: 'locked' });
  });

  it.each<[string, unknown, object, boolean]>([
    ['64 characters', 'n'.repeat(64), {}, true],
    ['longer than any of ours', 'n'.repeat(65), {}, false],
    ['that is no text', 7, {}, false],
    ['that is empty', '', {}, false],
    ['that is missing', undefined, {}, false],
    ['from outside of any tab', 'given', { tab: undefined }, false],
  ])('asks about a nonce only where it could be one: %s', async (_, nonce, by, isAsked) => {
    let asked = false;
    const trusting: Service = { ...service, knowsNonce: async () => (asked = true) };
    const sent = { ...message('undo', {}), nonce };
    expect(await createAnswer(trusting)(sent, { ...SENDERS.frame, ...by })).toMatchObject({ ok: isAsked });
    expect(asked).toBe(isAsked);
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
    expect(flood.at(-1)).toEqual({ ok: false, code: 'too-many' });
    expect(await say({ ...SENDERS.content, tab: { id: 8 } })).toMatchObject({ ok: true });
    time += 1_000;
    const later = await Promise.all(Array.from({ length: 500 }, () => say(SENDERS.content)));
    expect(later.filter((reply) => reply.ok)).toHaveLength(10);
  });

  it('holds no place of the browser itself to that limit', async () => {
    const flood = Array.from({ length: 500 }, () => answer(message('undo', {}), SENDERS.popup));
    expect((await Promise.all(flood)).every((reply) => reply.ok)).toBe(true);
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
