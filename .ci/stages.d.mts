export type Outcome = { passed: number; failed: number; cause?: string; skipped?: string; note?: string };
export type Stage = { name: string; run(): Promise<Outcome>; needs?: string[]; alone?: boolean };
export function runStages(
  stages: Stage[],
  say: (line: string) => void,
): Promise<(Outcome & { name: string })[]>;
export function conclude(results: (Outcome & { name: string })[], say: (line: string) => void): number;
