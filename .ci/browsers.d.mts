export type Program = 'chromium' | 'firefox' | 'xvfb' | 'xdotool';
export function find(program: Program): string | undefined;
export function variableOf(program: Program): string;
export const QUIET_CHROMIUM: string[];
export const QUIET_FIREFOX: Record<string, string | boolean>;
