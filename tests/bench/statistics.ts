/** What is told of a row of samples. */
export type Samples = { median: number; p95: number; n: number };

/** The value that the share `share` of the sorted samples does not exceed (nearest rank). */
function percentile(sorted: readonly number[], share: number): number {
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? Number.NaN;
}

/** Median and 95th percentile by nearest rank. NaN where there are no samples. */
export function samplesOf(values: readonly number[]): Samples {
  const sorted = values.filter((value) => !Number.isNaN(value)).toSorted((a, b) => a - b);
  return { median: percentile(sorted, 0.5), p95: percentile(sorted, 0.95), n: sorted.length };
}

/** A sample that did not change: a count, a size. */
export const exactly = (value: number): Samples => ({ median: value, p95: value, n: 1 });

/**
 * Takes `rounds` samples of each kind, one of each in turn, so that what the machine does beside it falls on all
 * of them alike. A sample that fails is told and left out.
 */
export async function interleaved<K extends string>(
  rounds: number,
  kinds: Record<K, (round: number) => Promise<Record<string, number>>>,
): Promise<Record<K, Record<string, number>[]>> {
  // Every key is filled by the loop.
  const taken = Object.fromEntries(Object.keys(kinds).map((kind) => [kind, []])) as unknown as Record<
    K,
    Record<string, number>[]
  >;
  for (let round = 0; round < rounds; round += 1) {
    // Object.entries forgets the keys' type.
    for (const [kind, take] of Object.entries(kinds) as [
      K,
      (round: number) => Promise<Record<string, number>>,
    ][]) {
      try {
        taken[kind].push(await take(round));
      } catch (error) {
        console.error(`  ${kind}, round ${round + 1}: ${String(error).split('\n')[0]}`);
      }
    }
  }
  return taken;
}

/** One column of samples. */
export const column = (samples: readonly Record<string, number>[], name: string): Samples =>
  samplesOf(samples.map((sample) => sample[name] ?? Number.NaN));
