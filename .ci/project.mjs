/** The project's folder, its own Node and its tools. Node built-ins only: runs before install. */
import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { delimiter, dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = resolve(dirname(fileURLToPath(import.meta.url)), '..');

/** Node 24 of node_modules; the one that runs this script until that is installed. */
export function nodeProgram() {
  const own = join(ROOT, 'node_modules/node/bin', process.platform === 'win32' ? 'node.exe' : 'node');
  return existsSync(own) ? own : process.execPath;
}

/** The command that runs a tool of node_modules under our Node: [program, script]. */
export function tool(packageName, binName = packageName) {
  const folder = join(ROOT, 'node_modules', packageName);
  const { bin } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const script = typeof bin === 'string' ? bin : bin[binName];
  return [nodeProgram(), join(folder, script)];
}

/**
 * Runs a command in the project's folder and waits for its end. Gives `{ code, output }`: the exit code (1
 * when it could not be started) and everything it printed. `show` prints it as it comes, `cwd` is another folder to
 * run it in.
 */
export function run([program, ...args], { env = {}, show = false, cwd = ROOT } = {}) {
  const path = [join(ROOT, 'node_modules/.bin'), process.env.PATH].join(delimiter);
  const options = {
    cwd,
    env: { ...process.env, PATH: path, NO_COLOR: '1', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  };
  return new Promise((done) => {
    const child = spawn(program, args, options);
    const parts = [];
    for (const [stream, screen] of [
      [child.stdout, process.stdout],
      [child.stderr, process.stderr],
    ]) {
      stream.setEncoding('utf8');
      stream.on('data', (text) => {
        parts.push(text);
        if (show) screen.write(text);
      });
    }
    child.on('error', (error) => done({ code: 1, output: `${parts.join('')}${program}: ${error.message}` }));
    child.on('close', (code) => done({ code: code ?? 1, output: parts.join('') }));
  });
}
