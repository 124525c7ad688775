type Package = { name: string; version: string; license: string };
export const NOTICE: string;
export function shippedPackages(lock?: unknown): Package[];
export function strangeLicences(packages: Package[]): Package[];
export function noticeText(): string;
