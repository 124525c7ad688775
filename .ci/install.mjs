/** Installs what is missing: packages, and on Debian the browsers. Node built-ins only: runs before install. */
import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { find, variableOf } from './browsers.mjs';
import { ROOT, run, tool } from './project.mjs';

/** Thrown with a sentence that says what a person can do. */
export class InstallError extends Error {
  isAdvice = true;
}

const DEBIAN = { chromium: ['chromium'], firefox: ['firefox-esr'], xvfb: ['xvfb'], xdotool: ['xdotool'] };
const SPOKEN = { chromium: 'Chromium, Chrome or Edge', firefox: 'Firefox', xvfb: 'Xvfb', xdotool: 'xdotool' };

/** npm writes this file at the end of every install. */
const INSTALLED = join(ROOT, 'node_modules/.package-lock.json');

const WORTH = 25;

/** What npm and apt say of a failure: the cause comes first, usage and help after it. */
const saying = (text) =>
  text
    .split('\n')
    .filter((line) => line.trim() && !/^npm (warn|error$)/.test(line))
    .slice(0, WORTH)
    .join('\n');

function packagesAreCurrent() {
  if (!existsSync(INSTALLED)) return false;
  return statSync(INSTALLED).mtimeMs >= statSync(join(ROOT, 'package-lock.json')).mtimeMs;
}

/** Installs the packages of the lockfile when node_modules is older than it, and prepares WXT's types. */
export async function installPackages(say = () => {}) {
  if (!packagesAreCurrent()) {
    say('installing packages…');
    const { code, output } = await run([npm(), 'ci', '--no-audit', '--no-fund', '--loglevel=error']);
    if (code !== 0) throw new InstallError(`npm ci failed:\n${saying(output)}`);
  }
  const { code, output } = await run([...tool('wxt'), 'prepare']);
  if (code !== 0) throw new InstallError(`wxt prepare failed:\n${saying(output)}`);
}

const npm = () => (process.platform === 'win32' ? 'npm.cmd' : 'npm');

function aptGet() {
  if (!existsSync('/usr/bin/apt-get')) return undefined;
  return process.getuid?.() === 0 ? ['apt-get'] : ['sudo', '-n', 'apt-get'];
}

/**
 * Gives the paths of the programs, installing the missing ones with apt-get where that is possible without
 * asking anyone. Throws InstallError with what to do when one stays missing.
 */
export async function installPrograms(programs, say = () => {}) {
  const missing = programs.filter((program) => !find(program));
  const apt = aptGet();
  let cause = '';
  if (missing.length > 0 && apt) {
    say(`installing ${missing.map((program) => SPOKEN[program]).join(', ')}…`);
    cause = await aptInstall(
      apt,
      missing.flatMap((program) => DEBIAN[program]),
    );
  }
  const absent = programs.filter((program) => !find(program));
  if (absent.length > 0) throw new InstallError(absent.map(adviceFor).join('\n') + cause);
  return Object.fromEntries(programs.map((program) => [program, find(program)]));
}

async function aptInstall(apt, packages) {
  const env = { DEBIAN_FRONTEND: 'noninteractive' };
  const update = await run([...apt, 'update', '-qq'], { env });
  const install = await run([...apt, 'install', '-y', '-qq', '--no-install-recommends', ...packages], {
    env,
  });
  return install.code === 0 ? '' : `\n${saying(`${update.code ? update.output : ''}${install.output}`)}`;
}

function adviceFor(program) {
  const byHand =
    process.platform === 'linux' ? ` (on Debian: apt-get install ${DEBIAN[program].join(' ')})` : '';
  return `No ${SPOKEN[program]} found. Install it${byHand}, or set ${variableOf(program)} to its path.`;
}
