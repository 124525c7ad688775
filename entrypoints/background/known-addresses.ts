import type { KnownPage } from '@/utils/recognisers/recogniser';

/**
 * What `knownPages()` of the recognisers gives, written out: importing them would put every tool's reading of
 * pages (28 KB for ten tools) into the background, which never reads a page. A test holds both to be the same.
 */
export const KNOWN_ADDRESSES: KnownPage[] = [
  {
    hostSuffix: '.atlassian.net',
    urlMatches: '^https://[^/]+\\.atlassian\\.net/wiki/(spaces/[^/]+/pages/[0-9]+|x/)',
  },
  {
    hostEquals: 'github.com',
    urlMatches: '^https://github\\.com/[^/]+/[^/]+/(issues|pull|discussions)/[0-9]+',
  },
  { hostEquals: 'github.com', urlMatches: '^https://github\\.com/.*/projects/[0-9]+.*[?&]issue=' },
  {
    hostEquals: 'gitlab.com',
    urlMatches: '^https://gitlab\\.com/.+/(issues|work_items|merge_requests|epics)/[0-9]+',
  },
  {
    hostEquals: 'mail.google.com',
    urlMatches: '^https://mail\\.google\\.com/mail/',
  },
  {
    hostEquals: 'docs.google.com',
    urlMatches:
      '^https://docs\\.google\\.com/(a/[^/]+/)?(document|spreadsheets|presentation|forms|drawings)/(u/[0-9]+/)?d/',
  },
  {
    hostSuffix: '.atlassian.net',
    urlMatches: '^https://[^/]+\\.atlassian\\.net/.*(/browse/|/issues/|selectedIssue=)[A-Z][A-Z0-9_]+-[0-9]+',
  },
  { hostSuffix: '.wikipedia.org', urlMatches: '^https://[^/]+\\.wikipedia\\.org/wiki/' },
  {
    hostSuffix: '.slack.com',
    urlMatches: '^https://[^/]+\\.slack\\.com/(archives/[A-Z0-9]+/p[0-9]{16}|client/.+/thread/)',
  },
];
