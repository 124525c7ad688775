import { nonce, send, watch } from '@/utils/messaging/client';
import { start } from './start';

// The page's own markup has it.
start(document.getElementById('app')!, { send, watch }, nonce() !== undefined);
