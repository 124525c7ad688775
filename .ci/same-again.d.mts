export function digestsOf(folder: string): Record<string, string>;
export function differencesBetween(one: string, other: string): string[];
export function builtTheSameAgain(
  root: string,
): Promise<{ passed: number; failed: number; cause?: string; note?: string }>;
