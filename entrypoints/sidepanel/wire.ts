import type { send, watch } from '@/utils/messaging/client';

/** The two means of a surface, handed in so that a test can stand at the other end. */
export type Wire = { send: typeof send; watch: typeof watch };
