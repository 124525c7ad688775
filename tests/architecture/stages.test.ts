import { describe, expect, test } from 'vitest';
import { conclude, runStages, type Stage } from '../../.ci/stages.mjs';

const passing = (name: string, more: Partial<Stage> = {}): Stage => ({
  name,
  run: async () => ({ passed: 2, failed: 0 }),
  ...more,
});
const failing = (name: string, more: Partial<Stage> = {}): Stage => ({
  name,
  run: async () => ({ passed: 1, failed: 1, cause: `cause of ${name}` }),
  ...more,
});

async function outcome(stages: Stage[]) {
  const lines: string[] = [];
  const code = conclude(await runStages(stages, (line) => lines.push(line)), (line) => lines.push(line));
  return { code, lines };
}

describe('the stages of npm test', () => {
  test('the last line sums all stages, and all passed is success', async () => {
    const { code, lines } = await outcome([passing('one'), passing('two')]);
    expect(lines.at(-1)?.trim()).toBe('4 passed, 0 failed');
    expect(code).toBe(0);
  });

  test('a failing stage fails the whole and is explained after all others', async () => {
    const { code, lines } = await outcome([failing('one'), passing('two')]);
    expect(code).toBe(1);
    expect(lines.at(-2)).toContain('cause of one');
    expect(lines.at(-1)?.trim()).toBe('3 passed, 1 failed');
  });

  test('a stage that breaks counts as failed', async () => {
    const { code, lines } = await outcome([{ name: 'one', run: () => Promise.reject(new Error('broken')) }]);
    expect(code).toBe(1);
    expect(lines.join()).toContain('broken');
  });

  test('a stage whose need failed is not run, and says so', async () => {
    const journeys = passing('journeys', { needs: ['package'] });
    const { lines } = await outcome([failing('build'), passing('package', { needs: ['build'] }), journeys]);
    expect(lines.find((line) => line.includes('journeys'))).toContain('needs package');
    expect(lines.find((line) => line.includes('package'))).toContain('needs build');
  });

  test('nothing passed is a failure, not a success', async () => {
    expect((await outcome([{ name: 'none', run: async () => ({ passed: 0, failed: 0 }) }])).code).toBe(1);
  });

  test('at most two stages run at a time, and an alone stage runs by itself', async () => {
    let running = 0;
    const seen: Record<string, number> = {};
    const counted = (name: string, more: Partial<Stage> = {}): Stage => ({
      name,
      run: async () => {
        running++;
        await Promise.resolve();
        seen[name] = running;
        await Promise.resolve();
        running--;
        return { passed: 1, failed: 0 };
      },
      ...more,
    });
    await outcome([
      counted('a'),
      counted('b'),
      counted('c'),
      counted('browser', { alone: true }),
      counted('d'),
    ]);
    expect(Math.max(...Object.values(seen))).toBe(2);
    expect(seen['browser']).toBe(1);
  });
});
