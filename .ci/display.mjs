/** A screen for the browser: the person's own, or a hidden one where there is none. */
import { spawn } from 'node:child_process';
import { find } from './browsers.mjs';

export const hasScreen = () =>
  process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);

/** Starts Xvfb; gives its name for DISPLAY and how to stop it. Undefined where Xvfb is not installed. */
export async function startHiddenScreen() {
  const program = find('xvfb');
  if (!program) return undefined;
  const screen = ['-displayfd', '3', '-screen', '0', '1280x900x24', '-nolisten', 'tcp'];
  const child = spawn(program, screen, { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] });
  const number = await new Promise((done, fail) => {
    child.stdio[3].once('data', (text) => done(text.toString().trim()));
    child.once('error', fail);
    child.once('exit', (code) => fail(new Error(`Xvfb ended with ${code}`)));
  });
  return { name: `:${number}`, stop: () => child.kill() };
}
