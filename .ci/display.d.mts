export type Screen = { name: string; stop(): void };
export function hasScreen(): boolean;
export function startHiddenScreen(): Promise<Screen | undefined>;
