import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createGate } from './gate';

type Sight = { intersectionRatio: number; isVisible?: boolean };
const OPEN: Sight = { intersectionRatio: 1, isVisible: true };
const COVERED: Sight = { intersectionRatio: 1, isVisible: false };
const CUT: Sight = { intersectionRatio: 0.57, isVisible: true };

/** What the browser sees now; `undefined` while it paints nothing. */
let sight: Sight | undefined;
const observers = new Set<FakeObserver>();

/** An observer as the browser's: it tells its first observation in the next frame, and changes when they are made. */
class FakeObserver {
  readonly #tell: (entries: object[]) => void;
  constructor(tell: (entries: object[]) => void) {
    this.#tell = tell;
  }
  #target: object | undefined;
  observe(target: object): void {
    observers.add(this);
    this.#target = target;
    setTimeout(() => this.tell(), 16);
  }
  unobserve(): void {
    this.#target = undefined;
  }
  tell(): void {
    // What lies under a dialog of our own the browser takes for covered.
    const seen = this.#target === dialogs.at(-1) || dialogs.length === 0 ? sight : COVERED;
    if (seen && observers.has(this)) this.#tell([{ ...seen, target: this.#target, time: performance.now() }]);
  }
  takeRecords = () => [];
  disconnect = () => observers.delete(this);
}

const become = (next: Sight | undefined) => {
  sight = next;
  for (const observer of observers) observer.tell();
};
const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms);
/** Our own modal dialogs that are open. */
const dialogs: object[] = [];
// Nothing else of it is asked.
const document = Object.assign(new EventTarget(), {
  documentElement: {},
  querySelectorAll: () => dialogs,
}) as unknown as Document;

/** Whether an act of now leaves the frame, and after how many ms that was known. */
async function act(gate: ReturnType<typeof createGate>) {
  const from = performance.now();
  const answer = Promise.resolve(gate.opens()).then((leaves) => ({
    leaves,
    after: performance.now() - from,
  }));
  await pass(2_000);
  return answer;
}

describe('the gate of a frame in a page', () => {
  beforeEach(() => {
    vi.useFakeTimers();
    vi.stubGlobal('IntersectionObserver', FakeObserver);
    sight = OPEN;
  });
  afterEach(() => {
    observers.clear();
    dialogs.length = 0;
    vi.unstubAllGlobals();
    vi.useRealTimers();
  });

  it('lets out what is done in a frame that has been seen for long, within a frame', async () => {
    const gate = createGate(document);
    await pass(1_000);
    document.dispatchEvent(new Event('pointermove'));
    await pass(400);
    expect(await act(gate)).toEqual({ leaves: true, after: 16 });
  });

  it('looks closely for 300 ms first where nothing moved in the frame before', async () => {
    const gate = createGate(document);
    await pass(1_000);
    expect(await act(gate)).toEqual({ leaves: true, after: 316 });
  });

  it('sees what hides the frame in step with what is observed at rest', async () => {
    const gate = createGate(document);
    await pass(1_000);
    const answer = gate.opens();
    await pass(60);
    sight = COVERED; // silently
    await pass(80);
    sight = OPEN;
    await pass(2_000);
    expect(await answer).toBe(false);
  });

  it('looks at rest again two seconds after the last move', async () => {
    createGate(document);
    document.dispatchEvent(new Event('keydown'));
    await pass(2_100);
    expect(observers.size).toBe(1);
  });

  it('has what is done right after the opening wait until the frame was seen for 600 ms', async () => {
    const gate = createGate(document);
    const { leaves, after } = await act(gate);
    expect(leaves).toBe(true);
    expect(after).toBeGreaterThanOrEqual(600);
    expect(after).toBeLessThan(700);
  });

  it('keeps what waited when the frame is hidden meanwhile, also when it comes back', async () => {
    const gate = createGate(document);
    const answer = gate.opens();
    await pass(200);
    become(COVERED);
    await pass(50);
    become(OPEN);
    await pass(2_000);
    expect(await answer).toBe(false);
  });

  it.each([
    ['covered', COVERED],
    ['cut off', CUT],
    ['cut off, in a browser that does not tell what covers it', { intersectionRatio: 0.57 }],
  ])('lets nothing out of a frame that is %s', async (_name, how) => {
    const gate = createGate(document);
    await pass(1_000);
    become(how);
    expect((await act(gate)).leaves).toBe(false);
  });

  it('sees a cover that nothing has told of yet', async () => {
    const gate = createGate(document);
    await pass(1_000);
    sight = COVERED;
    expect((await act(gate)).leaves).toBe(false);
  });

  it('refuses at once, without waiting, for 600 ms after the frame was hidden', async () => {
    const gate = createGate(document);
    await pass(1_000);
    become(COVERED);
    await pass(100);
    become(OPEN);
    await pass(500);
    const answer = gate.opens();
    await pass(20);
    expect(await answer).toBe(false);
    await pass(200);
    expect((await act(gate)).leaves).toBe(true);
  });

  it('finds out by itself that it is seen again where the browser does not say so', async () => {
    const gate = createGate(document);
    await pass(1_000);
    become(COVERED);
    sight = OPEN; // silently
    await pass(900);
    expect((await act(gate)).leaves).toBe(true);
  });

  it('lets out what is done in a dialog of our own, and right after it closed', async () => {
    const gate = createGate(document);
    await pass(1_000);
    dialogs.push({});
    become(OPEN);
    await pass(300);
    expect((await act(gate)).leaves).toBe(true);
    become(COVERED);
    expect((await act(gate)).leaves).toBe(false);
    become(OPEN);
    await pass(1_000);
    dialogs.pop();
    become(OPEN);
    expect((await act(gate)).leaves).toBe(true);
  });

  it('refuses where nothing is painted', async () => {
    sight = undefined;
    expect((await act(createGate(document))).leaves).toBe(false);
  });

  it('takes a frame whose edge lost a part of a pixel for whole', async () => {
    sight = { intersectionRatio: 0.996, isVisible: true };
    const gate = createGate(document);
    await pass(1_000);
    expect((await act(gate)).leaves).toBe(true);
  });

  it('watches nothing any more once it was ended', () => {
    const stop = new AbortController();
    createGate(document, stop.signal);
    stop.abort();
    expect(observers.size).toBe(0);
  });
});
