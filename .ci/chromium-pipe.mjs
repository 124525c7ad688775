/** A Chromium driven over its DevTools pipe: the one way by which every Chromium, Chrome and Edge loads an unpacked extension. */
import { spawn } from 'node:child_process';

/** Starts the browser; `send(method, params, sessionId)` gives the answer, `ended` settles when it is gone. */
export function startChromium(program, flags) {
  const child = spawn(program, [...flags, '--remote-debugging-pipe', '--enable-unsafe-extension-debugging'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'],
  });
  const waiting = new Map();
  let next = 1;
  let unread = '';

  child.stdio[4].on('data', (text) => {
    const messages = (unread + text).split('\0');
    unread = messages.pop();
    for (const message of messages) receive(JSON.parse(message));
  });

  function receive({ id, result, error }) {
    const promise = waiting.get(id);
    if (!promise) return;
    waiting.delete(id);
    if (error) promise.fail(new Error(error.message));
    else promise.done(result);
  }

  const ended = new Promise((done) => {
    child.once('error', done);
    child.once('exit', done);
  });
  void ended.then(() => {
    for (const { fail } of waiting.values()) fail(new Error('the browser is closed'));
  });
  // Writing to a browser that is gone is no news: `ended` tells it.
  child.stdio[3].on('error', () => {});

  function send(method, params = {}, sessionId = undefined) {
    const id = next++;
    const answer = new Promise((done, fail) => waiting.set(id, { done, fail }));
    child.stdio[3].write(`${JSON.stringify({ id, method, params, sessionId })}\0`);
    return answer;
  }

  return { send, ended, stop: () => child.kill() };
}
