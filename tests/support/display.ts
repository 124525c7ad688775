import { spawn } from 'node:child_process';
import { program } from './browser';

export type Display = { name: string; stop(): void };

/** A screen that nobody sees, for tests that press real keys. */
export async function startDisplay(): Promise<Display> {
  const screen = ['-screen', '0', '1280x900x24', '-nolisten', 'tcp'];
  // Xvfb takes a free display number and writes it to descriptor 3 once it answers.
  const child = spawn(program('xvfb'), ['-displayfd', '3', ...screen], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  const numbers = child.stdio[3];
  if (!numbers) throw new Error('Xvfb has no descriptor for its number');
  const number = await new Promise<string>((done, fail) => {
    numbers.once('data', (text: Buffer) => done(text.toString().trim()));
    child.once('error', fail);
    child.once('exit', (code) => fail(new Error(`Xvfb ended with ${code}`)));
  });
  return { name: `:${number}`, stop: () => void child.kill() };
}
