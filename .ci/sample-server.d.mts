export function serveSamples(): Promise<{ address: string; stop(): void }>;
