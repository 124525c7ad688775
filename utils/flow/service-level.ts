/**
 * The service-level expectation: the number of days in which the next item will be finished with probability `p`.
 * The k-th smallest of n cycle times with k = ceil(p·(n+1)), whose coverage k/(n+1) holds for any distribution;
 * undefined where the sample is too small (k > n). Source: reference "data model, flow, priority", B.4; vector V7.
 */
export function serviceLevel(
  cycleTimes: readonly number[],
  p: number,
): { days: number; coverage: number; n: number } | undefined {
  const n = cycleTimes.length;
  // Without the correction 0.85·20 is 17.000000000000004 and the next k would be taken.
  const k = Math.ceil(p * (n + 1) - 1e-9);
  const days = cycleTimes.toSorted((a, b) => a - b)[k - 1];
  return days === undefined ? undefined : { days, coverage: k / (n + 1), n };
}
