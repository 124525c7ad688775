type Answer = {
  id?: number;
  type: string;
  method?: string;
  params?: Record<string, unknown>;
  result?: Record<string, unknown>;
  error?: string;
  message?: string;
};

/** A WebDriver BiDi connection: commands out, answers back. */
export class Bidi {
  #next = 1;
  readonly #socket: WebSocket;
  readonly #hearers: ((method: string, params: Record<string, unknown>) => void)[] = [];
  readonly #waiting = new Map<
    number,
    { done(result: Record<string, unknown>): void; fail(error: Error): void }
  >();

  private constructor(socket: WebSocket) {
    this.#socket = socket;
    socket.addEventListener('message', (event) => this.#receive(JSON.parse(String(event.data)) as Answer));
    socket.addEventListener('close', () => this.#failAll());
  }

  static async connect(url: string): Promise<Bidi> {
    const socket = new WebSocket(url);
    await new Promise<void>((done, fail) => {
      socket.addEventListener('open', () => done(), { once: true });
      socket.addEventListener('error', () => fail(new Error(`no answer from ${url}`)), { once: true });
    });
    return new Bidi(socket);
  }

  #receive({ id, type, method, params, result, error, message }: Answer): void {
    if (method) for (const hear of this.#hearers) hear(method, params ?? {});
    const waiting = id === undefined ? undefined : this.#waiting.get(id);
    if (id === undefined || !waiting) return;
    this.#waiting.delete(id);
    if (type === 'error') waiting.fail(new Error(`${error}: ${message}`));
    else waiting.done(result ?? {});
  }

  #failAll(): void {
    for (const waiting of this.#waiting.values()) waiting.fail(new Error('Firefox is closed'));
    this.#waiting.clear();
  }

  send(method: string, params: Record<string, unknown> = {}): Promise<Record<string, unknown>> {
    const id = this.#next++;
    const answer = new Promise<Record<string, unknown>>((done, fail) =>
      this.#waiting.set(id, { done, fail }),
    );
    this.#socket.send(JSON.stringify({ id, method, params }));
    return answer;
  }

  /** Calls `hear` for every event that was subscribed to by session.subscribe. */
  onEvent(hear: (method: string, params: Record<string, unknown>) => void): void {
    this.#hearers.push(hear);
  }

  close(): void {
    this.#socket.close();
  }
}
