/** What the background says to its script in a page. The other way there are only commands, as `senders.ts` allows. */
import type { Draft } from '@/utils/model/draft';
import type { SourceKey } from '@/utils/model/ids';
import type { State } from '@/utils/model/item';
import type { Lesson, LessonAbout } from '@/utils/model/lesson';
import type { Settings } from '@/utils/model/settings';

/** Where the sidebar lies. `width` in CSS px. */
export type Placement = Pick<Settings, 'side' | 'width'>;

export type PageAsk =
  /**
   * Read the page. `selection` is what the person marked, where the browser told us; with `usesSelection` it is
   * looked up. `lessons` is what they taught for its host; `without` the tools that they switched off.
   */
  | {
      ask: 'read';
      selection?: string | undefined;
      usesSelection?: boolean | undefined;
      lessons?: readonly Lesson[] | undefined;
      without?: readonly string[] | undefined;
    }
  /** The draft of the link with this address; its words where the browser told them. */
  | { ask: 'link'; url: string; words?: string | undefined }
  /** Is the script there? */
  | { ask: 'present' };

/** What is asked of the script of entrypoints/hold.content. */
export type HoldAsk =
  /** Hold the sidebar frame; `takesFocus` when the person asked for it just now. */
  | ({ ask: 'open'; nonce: string; takesFocus: boolean } & Placement)
  /** The frame said its first word: it lives. */
  | { ask: 'greeted'; nonce: string }
  | ({ ask: 'arrange' } & Placement)
  | { ask: 'close' }
  /** Can the person see the frame, and could they for a while? Looked at when it is asked. */
  | { ask: 'seen' }
  /** Does the page hold the frame? */
  | { ask: 'held' };

/** What is asked of the script of entrypoints/teach.content, which is put there only then. */
export type TeachAsk =
  /** Let the person point at a field; `page.pointed` says what came of it. */
  | { ask: 'point'; about: LessonAbout }
  | { ask: 'stopPointing' }
  /** The page's structure without its text. */
  | { ask: 'sketch' };

/** What is asked of the script of entrypoints/marks.content. */
export type MarksAsk =
  /**
   * The keys of the items that the page's links to these hosts lead to, and its own. `products` tells the
   * self-hosted tool on a host.
   */
  | { ask: 'links'; hosts: readonly string[]; products: Readonly<Record<string, string>> }
  /** Show marks at the links to these items; none takes them away. `nonce` is for the frame that tells more of one. */
  | { ask: 'mark'; marks: readonly Mark[]; nonce: string }
  /** That frame said its first word. */
  | { ask: 'glimpsed'; nonce: string };

/** What is asked of the script of entrypoints/ask.content: the draft of what was selected on the page of this draft. */
export type AskAsk = { ask: 'phrase'; draft: Draft; selection: string };

/** A link's mark: no text of the inventory, only what is told by shape and colour. */
export type Mark = {
  key: SourceKey;
  state: State;
  isWaiting?: true | undefined;
  isBlocked?: true | undefined;
  isDrifting?: true | undefined;
};

export type PageAnswer = {
  /** To `open` and `held`. */
  isOpen?: boolean | undefined;
  /** To `sketch`: a text, and to `links`: keys; both parsed by the background. */
  sketch?: unknown;
  links?: unknown;
  /** To `links`: the key of what the page itself shows. */
  own?: unknown;
  /** Parsed by the background with DraftSchema: it comes out of a web page. */
  draft?: unknown;
  /** To `seen`. */
  isSeen?: boolean | undefined;
  /** To `read`: what was selected, cut. */
  selection?: string | undefined;
  /** To `open`: the name of the host element, for the rule that makes room for it. */
  host?: string | undefined;
};

/** Our scripts in a page, and what each is asked. */
export type Asks = { page: PageAsk; hold: HoldAsk; teach: TeachAsk; marks: MarksAsk; ask: AskAsk };
export type ScriptName = keyof Asks;

/** Marks our own questions by the script that is to answer, so that the others, and those of an older version, leave them alone. */
export type MessageTo<Name extends ScriptName> = Asks[Name] & { to: Name };

export const isMessageTo = <Name extends ScriptName>(
  to: Name,
  message: unknown,
): message is MessageTo<Name> =>
  typeof message === 'object' && message !== null && 'to' in message && message.to === to && 'ask' in message;
