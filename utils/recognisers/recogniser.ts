import type { CheckReason, Draft, DraftRow, Way } from '@/utils/model/draft';
import type { Description } from './description';
import type { Page } from './page';
import type { ReadTitle } from './title-pattern';

/** An item's identity as its address (and, where that is opaque, an id in the page) tells it. */
export type Identity = {
  kind: string;
  scope: string;
  nativeId: string;
  /** The address that leads back to the item, free of view state. */
  url: string;
  /** How a person names it: "owner/repo#12". */
  label?: string;
  /** Where one tool answers on several hosts, the one host that stands for all of them. */
  host?: string;
};

/**
 * A title read from one place. `bound` says that the place names the identity too, so that it
 * cannot be another item's. `from: 'url'` is a title spelled in the address: it is compared by letters and digits only.
 */
export type TitleWitness = { from: string; title: string; bound?: boolean };

export type Fields = Pick<
  Draft,
  'status' | 'assignees' | 'requester' | 'dueDay' | 'labels' | 'priority' | 'project' | 'excerpt' | 'links'
>;

/** One hook per field. A hook that throws or finds nothing costs only its own field. */
export type FieldHooks = {
  [Field in keyof Fields]?: (page: Page, identity: Identity) => Fields[Field] | undefined;
};

/** A row of a list page as the tool reads it; the engine adds the source. */
export type RowReading = Fields & { identity: Identity; title: string };

/** One tool, in one file of `tools/`: data and small functions over address and title; field hooks may rot without harm. */
export type Recogniser = {
  /** Stable lower-case name, the first part of every key: "github". */
  product: string;
  /** Is this page the tool's? By host, or by the tool's fingerprint in the page where it is self-hosted. */
  claims(page: Page): boolean;
  /** The item the address names; undefined on lists, settings and everything that is no item. */
  identify(page: Page): Identity | undefined;
  /**
   * The tool's grammar of a page title; undefined when the text is no item's title (a board's, an inbox's).
   * Without an identity the page is a list, and the answer is the list's name.
   */
  readTitle?(raw: string, page: Page, identity: Identity | undefined): ReadTitle | undefined;
  /** The tool's own places for the title. Shared ones (JSON-LD, Open Graph, headings, links) are read for all. */
  titles?(page: Page, identity: Identity): TitleWitness[];
  /** Native ids that the page itself says it shows; where none is the address's, the page is another item's. */
  names?(page: Page, identity: Identity): string[];
  fields?: FieldHooks;
  /** Rows of a list page; each carries its own identity. */
  rows?(page: Page): RowReading[];
  /** Names of the item that outlive its address (a database id): a moved item is found again by them. */
  aliases?(page: Page, identity: Identity): string[];
  /** Further ways back to the item than its address; the best first. */
  ways?(page: Page, identity: Identity): Way[];
  /** What it was made of, where it is told as data. */
  description?: Description;
};

export type KnownPage = {
  hostSuffix?: string;
  hostEquals?: string;
  hostContains?: string;
  urlMatches?: string;
};

export const defineRecogniser = (recogniser: Recogniser): Recogniser => recogniser;
export type { CheckReason, Draft, DraftRow, Page, ReadTitle };
