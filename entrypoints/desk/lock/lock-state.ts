import { live } from '@/utils/messaging/live';

/** How the lock stands, for the desk. */
export const lock = live('lock', {}, undefined);
