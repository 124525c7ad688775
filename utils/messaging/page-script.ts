/** What the background says to its script in a page. The other way there are only commands, as `senders.ts` allows. */
import type { Settings } from '@/utils/model/settings';

/** Where the sidebar lies. `width` in CSS px. */
export type Placement = Pick<Settings, 'side' | 'width'>;

export type PageAsk =
  /** Read the page. `selection` is what the person marked, where the browser told us. */
  | { ask: 'read'; selection?: string | undefined }
  /** The draft of the link with this address; its words where the browser told them. */
  | { ask: 'link'; url: string; words?: string | undefined }
  /** Hold the sidebar frame; `takesFocus` when the person asked for it just now. */
  | ({ ask: 'open'; nonce: string; takesFocus: boolean } & Placement)
  /** The frame said its first word: it lives. */
  | { ask: 'greeted'; nonce: string }
  | ({ ask: 'arrange' } & Placement)
  | { ask: 'close' }
  /** Is the script there, and does it hold the frame? */
  | { ask: 'present' };

export type PageAnswer = {
  /** Parsed by the background with DraftSchema: it comes out of a web page. */
  draft?: unknown;
  isOpen?: boolean | undefined;
  /** To `open`: the name of the host element, for the rule that makes room for it. */
  host?: string | undefined;
};

/** Marks our own questions, so that a script of an older version leaves the rest alone. */
export type PageMessage = PageAsk & { to: 'page' };

export const isPageMessage = (message: unknown): message is PageMessage =>
  typeof message === 'object' &&
  message !== null &&
  'to' in message &&
  message.to === 'page' &&
  'ask' in message;
