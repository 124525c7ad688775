/**
 * `npm start`: a browser with Throughline in a temporary profile, on pages of made-up work. Installs and builds
 * what is missing. `npm start -- --firefox` takes Firefox; `--check` proves that the sidebar shows, and ends.
 */
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { InstallError, installPackages, installPrograms } from './install.mjs';
import { nodeProgram, ROOT, run, tool } from './project.mjs';
import { hasScreen } from './display.mjs';

const wanted = process.argv.slice(2);
const browser = wanted.includes('--firefox') ? 'firefox' : 'chromium';
const say = (line) => console.log(line);

async function build() {
  say('building…');
  const { code, output } = await run([
    ...tool('wxt'),
    'build',
    '-b',
    browser === 'firefox' ? 'firefox' : 'chrome',
    '--mv3',
  ]);
  if (code !== 0) throw new InstallError(`The build failed:\n${output}`);
}

/** Under the project's own Node, which is only sure to be there now. */
function launch() {
  const child = spawn(nodeProgram(), [join(ROOT, '.ci/launch.mjs'), browser, ...wanted], {
    cwd: ROOT,
    stdio: 'inherit',
  });
  // Ctrl+C reaches the child too; it closes the browser and deletes the profile, then both end.
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
  return new Promise((done) => child.on('exit', (code) => done(code ?? 0)));
}

try {
  await installPackages(say);
  await installPrograms([browser, ...(hasScreen() ? [] : ['xvfb'])], say);
  await build();
  process.exitCode = await launch();
} catch (error) {
  if (!(error instanceof InstallError)) throw error;
  say(error.message);
  process.exitCode = 1;
}
