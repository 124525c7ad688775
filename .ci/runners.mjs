/** How each kind of check is run and counted. */
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT, run, tool } from './project.mjs';

const REPORTS = join(ROOT, '.output/reports');
const TAIL_LINES = 60;

// Colours, and the spinner's redrawing of its own line.
// oxlint-disable-next-line eslint/no-control-regex
const DECORATION = /\u001b\[[0-9;?]*[a-zA-Z]|^.*\r(?!\n)/gm;
const isNoise = (line) => /^\s+at .*node_modules|^npm warn/.test(line);

/** The end of what a tool printed, without colours and the tools' own stack frames. */
function tail(text) {
  const lines = text
    .replace(DECORATION, '')
    .trim()
    .split('\n')
    .filter((line) => !isNoise(line));
  return lines.slice(-TAIL_LINES).join('\n');
}

/** A command that passes or fails as one check. */
export async function check(command, options) {
  const { code, output } = await run(command, options);
  return code === 0
    ? { passed: 1, failed: 0, output }
    : { passed: 0, failed: 1, cause: tail(output), output };
}

/** Several checks one after another, counted together; all of them run, so that all mistakes show. */
export async function checks(list, { stopAtFirst = false } = {}) {
  const results = [];
  for (const each of list) {
    results.push(await each());
    if (stopAtFirst && results.at(-1).failed > 0) break;
  }
  return {
    passed: results.reduce((sum, result) => sum + result.passed, 0),
    failed: results.reduce((sum, result) => sum + result.failed, 0),
    cause: results
      .map((result) => result.cause)
      .filter(Boolean)
      .join('\n\n'),
    note:
      results
        .map((result) => result.note)
        .filter(Boolean)
        .join(', ') || undefined,
  };
}

function freshReport(name) {
  mkdirSync(REPORTS, { recursive: true });
  const file = join(REPORTS, `${name}.json`);
  rmSync(file, { force: true });
  return file;
}

/** Tests of some projects of vitest.config.ts. */
export async function vitest(name, projects) {
  const file = freshReport(name);
  const args = ['run', ...projects.map((project) => `--project=${project}`)];
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
  const { code, output } = await run([...tool('vitest'), ...args, ...reporters]);
  const report = existsSync(file)
    ? JSON.parse(readFileSync(file, 'utf8'))
    : { numPassedTests: 0, numFailedTests: 0 };
  // A run that broke without a failed test (a file that does not load) is a failure all the same.
  const failed = Math.max(report.numFailedTests, code === 0 ? 0 : 1);
  return { passed: report.numPassedTests, failed, cause: failed ? tail(output) : undefined };
}

/** Journeys in a browser: one project of playwright.config.ts. */
export async function playwright(name, { project, env = {} }) {
  const file = freshReport(name);
  const args = ['test', `--project=${project}`, '--reporter=line,json'];
  const { code, output } = await run([...tool('@playwright/test', 'playwright'), ...args], {
    env: { PLAYWRIGHT_JSON_OUTPUT_FILE: file, ...env },
  });
  const { stats = { expected: 0, unexpected: 0, flaky: 0 } } = existsSync(file)
    ? JSON.parse(readFileSync(file, 'utf8'))
    : {};
  const failed = Math.max(stats.unexpected + stats.flaky, code === 0 ? 0 : 1);
  return { passed: stats.expected, failed, cause: failed ? tail(output) : undefined };
}
