/**
 * `npm test`: everything, on a machine with only Node and npm. `npm run check`: everything that needs no browser.
 * One line per stage; the failing ones last with their cause; the last line is "N passed, N failed".
 */
import { installPackages, installPrograms } from './install.mjs';
import { checkPackages } from './package-checks.mjs';
import { tool } from './project.mjs';
import { check, checks, playwright, vitest } from './runners.mjs';
import { conclude, runStages } from './stages.mjs';

const withBrowsers = !process.argv.includes('--no-browser');
const say = (line) => console.log(line);

const CODE = ['entrypoints', 'components', 'storage', 'utils', 'tests'];
const BROWSERS = ['chrome', 'edge', 'firefox'];

const programs = {};

async function install() {
  await installPackages(say);
  if (withBrowsers)
    Object.assign(programs, await installPrograms(['chromium', 'firefox', 'xvfb', 'xdotool'], say));
  return { passed: 1, failed: 0 };
}

const browserEnv = () => ({
  CHROMIUM_BIN: programs.chromium,
  FIREFOX_BIN: programs.firefox,
  XVFB_BIN: programs.xvfb,
  XDOTOOL_BIN: programs.xdotool,
});

const depcruise = () =>
  check([...tool('dependency-cruiser', 'depcruise'), '--config', '.dependency-cruiser.mjs', ...CODE]);
const build = (browser) => () =>
  check([...tool('wxt'), 'build', '-b', browser, '--mv3'], { env: { NODE_ENV: 'production' } });

const STAGES = [
  { name: 'install', run: install },
  { name: 'build', needs: ['install'], run: () => checks(BROWSERS.map(build), { stopAtFirst: true }) },
  { name: 'types', needs: ['install'], run: () => check([...tool('typescript', 'tsc'), '--noEmit']) },
  // The folders are named: left to itself the linter walks into everything.
  { name: 'lint', needs: ['install'], run: () => check([...tool('oxlint'), '--type-aware', ...CODE]) },
  { name: 'format', needs: ['install'], run: () => check([...tool('oxfmt'), '--check', '.']) },
  {
    name: 'architecture',
    needs: ['install'],
    run: () => checks([depcruise, () => check(tool('knip')), () => vitest('architecture', ['architecture'])]),
  },
  {
    name: 'unit',
    needs: ['install'],
    run: () => vitest('unit', ['node', 'dom']),
  },
  {
    name: 'integration',
    needs: ['install'],
    run: () => vitest('integration', ['integration']),
  },
  { name: 'package', needs: ['build'], run: () => checkPackages() },
  ...(withBrowsers
    ? [
        {
          name: 'journeys',
          needs: ['build'],
          alone: true,
          run: () => playwright('journeys', { project: 'chromium', env: browserEnv() }),
        },
        {
          name: 'firefox',
          needs: ['build'],
          alone: true,
          run: () => playwright('firefox', { project: 'firefox', env: browserEnv() }),
        },
      ]
    : []),
];

process.exitCode = conclude(await runStages(STAGES, say), say);
