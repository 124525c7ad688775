import { signal } from '@preact/signals';
import { browser } from '@/utils/browser';

const IDLE = { permissions: ['idle' as const] };

/** Whether the browser tells when nobody is at the computer; undefined until it was asked. */
export const mayNoticeIdle = signal<boolean | undefined>(undefined);

/** Looks whether it is allowed. */
export async function lookForIdle(): Promise<void> {
  mayNoticeIdle.value = await browser.permissions.contains(IDLE).catch(() => false);
}

/** Asks for it, in the press itself. No browser shows a question for it; one without it refuses. */
export async function askForIdle(): Promise<void> {
  mayNoticeIdle.value = await browser.permissions.request(IDLE).catch(() => false);
}
