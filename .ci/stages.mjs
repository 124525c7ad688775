/** Runs stages, at most two at a time, says one line for each and sums what they counted. */

const LANES = 2;

/**
 * A stage: `{ name, run, needs?, alone? }`. `run` gives `{ passed, failed, cause? }`; `needs` names stages that
 * must have passed; an `alone` stage shares the machine with no other, because a browser's patience is finite.
 */
export async function runStages(stages, say) {
  const results = new Map();
  const waiting = [...stages];
  const running = new Map();
  while (waiting.length > 0 || running.size > 0) {
    startWhatCan({ waiting, running, results, say });
    if (running.size > 0) await Promise.race(running.values());
  }
  return stages.map((stage) => ({ name: stage.name, ...results.get(stage.name) }));
}

const isSound = ({ failed, skipped }) => failed === 0 && !skipped;

function startWhatCan({ waiting, running, results, say }) {
  for (const stage of [...waiting]) {
    const needs = stage.needs ?? [];
    const broken = needs.find((name) => results.has(name) && !isSound(results.get(name)));
    const isReady = needs.every((name) => results.has(name));
    const hasRoom = stage.alone
      ? running.size === 0
      : running.size < LANES && ![...running.keys()].some((other) => other.alone);
    if (broken)
      finish(stage, { passed: 0, failed: 0, skipped: `needs ${broken}` }, { results, say, seconds: 0 });
    else if (!isReady) continue;
    else if (hasRoom) running.set(stage, start(stage, { running, results, say }));
    else if (stage.alone) return; // Its turn has come: let the others end before anything new begins.
    else continue;
    waiting.splice(waiting.indexOf(stage), 1);
  }
}

async function start(stage, { running, results, say }) {
  const began = performance.now();
  const result = await stage.run().catch((error) => ({
    passed: 0,
    failed: 1,
    cause: error.isAdvice ? error.message : (error.stack ?? String(error)),
  }));
  running.delete(stage);
  finish(stage, result, { results, say, seconds: (performance.now() - began) / 1000 });
}

function finish(stage, result, { results, say, seconds }) {
  results.set(stage.name, result);
  say(lineOf(stage.name, result, seconds));
}

function lineOf(name, { passed, failed, skipped, note }, seconds) {
  const mark = failed > 0 ? 'FAIL' : skipped ? 'skip' : 'ok';
  const count = skipped ?? (failed > 0 ? `${passed} passed, ${failed} failed` : `${passed} passed`);
  return `${mark.padEnd(5)}${name.padEnd(14)}${`${seconds.toFixed(1)} s`.padStart(8)}  ${count}${note ? `  (${note})` : ''}`;
}

/** The failing stages with their causes, then the sum; gives the exit code. */
export function conclude(results, say) {
  for (const { name, failed, cause } of results) {
    if (failed > 0) say(`\n── ${name} failed ──\n${cause ?? 'no cause was given'}`);
  }
  const sum = (key) => results.reduce((total, result) => total + result[key], 0);
  say(`\n${sum('passed')} passed, ${sum('failed')} failed`);
  return sum('failed') > 0 || sum('passed') === 0 ? 1 : 0;
}
