type Outcome = { passed: number; failed: number; cause?: string; note?: string };
export function manifestsAsApproved(root: string): Outcome;
export function bundlesAreClean(root: string): Outcome;
export function dexieOnlyInTheBackground(root: string): Outcome;
export function sizesWithinBudgets(root: string): Outcome;
export function packedSizesWithinLimits(root: string): Outcome;
