import type { CheckReason, Draft, DraftRow } from '@/utils/model/draft';

/** What a recogniser may look at. It reads, never writes, never throws for a strange page, never asks the network. */
export type Page = { url: URL; document: Document };

/** An item's identity as its address (and, where that is opaque, an id in the page) tells it. */
export type Identity = {
  kind: string;
  scope: string;
  nativeId: string;
  /** The address that leads back to the item, free of view state. */
  url: string;
  /** How a person names it: "owner/repo#12". */
  label?: string;
};

/** A title read from one place. `bound` says that the place names the identity too, so that it cannot be another item's. */
export type TitleWitness = { from: string; title: string; bound?: boolean };

export type Fields = Pick<
  Draft,
  'status' | 'assignees' | 'requester' | 'dueDay' | 'labels' | 'priority' | 'project' | 'excerpt'
>;

/** One tool, in one file of `tools/`: data and small functions over address and title; field hooks may rot without harm. */
export type Recogniser = {
  /** Stable lower-case name, the first part of every key: "github". */
  product: string;
  /** Is this page the tool's? By host, or by the tool's fingerprint in the page where it is self-hosted. */
  claims(page: Page): boolean;
  /** The item the address names; undefined on lists, settings and everything that is no item. */
  identify(page: Page): Identity | undefined;
  /** The tool's own places for the title: its grammar of `document.title`, its hooks. Shared ones (JSON-LD, Open Graph, heading) are read for all. */
  titles(page: Page, identity: Identity): TitleWitness[];
  fields?(page: Page, identity: Identity): Fields;
  /** Rows of a list page; each carries its own identity. */
  rows?(page: Page): DraftRow[];
  /** Addresses that Chromium's declarativeContent can match, to light the icon: host suffix and path regex (RE2). */
  known?: { hostSuffix?: string; hostEquals?: string; urlMatches?: string }[];
};

export const defineRecogniser = (recogniser: Recogniser): Recogniser => recogniser;
export type { CheckReason, Draft, DraftRow };
