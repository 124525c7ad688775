import type { Outcome } from './account';

export type Rig = {
  /** The unpacked extension. */
  build: string;
  /** How long the soak takes, in minutes. */
  minutes: number;
  /** What the soak's steps are made from; without one each run has its own. */
  seed?: number | undefined;
};

/** A fault. `run` is given the number of the run from 0 on, as the seed of what is random. */
export type Case = {
  name: string;
  what: string;
  runs: number;
  /** Why it cannot be tried on this machine. */
  impossible?: () => string | undefined;
  run(rig: Rig, run: number): Promise<Outcome>;
};

/** Whole numbers from a seed (mulberry32, public domain), so that a failing run can be repeated. */
export function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    const mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    return (mixed ^ (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed))) >>> 0;
  };
}
