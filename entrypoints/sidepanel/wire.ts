import type { send, watch } from '@/utils/messaging/client';
import type { Gate } from '@/utils/messaging/gate';

/**
 * The two means of a surface, handed in so that a test can stand at the other end. There it also says how the frame
 * is seen, which else the browser does.
 */
export type Wire = { send: typeof send; watch: typeof watch; gate?: Gate };
