import type { KnownPage } from './recogniser';

/** What `known-address.ts` cannot derive: the addresses of the tools that are written by hand. No script in a page carries them. */
export const KNOWN_BY_HAND: Record<string, KnownPage[]> = {
  confluence: [
    {
      hostSuffix: '.atlassian.net',
      urlMatches: '^https://[^/]+\\.atlassian\\.net/wiki/(spaces/[^/]+/pages/[0-9]+|x/)',
    },
  ],
  github: [
    {
      hostEquals: 'github.com',
      urlMatches: '^https://github\\.com/[^/]+/[^/]+/(issues|pull|discussions|commit|actions/runs)/[0-9a-f]+',
    },
    { hostEquals: 'github.com', urlMatches: '^https://github\\.com/.*/projects/[0-9]+.*[?&]issue=' },
  ],
  gitlab: [
    {
      hostEquals: 'gitlab.com',
      urlMatches: '^https://gitlab\\.com/.+/(issues|work_items|merge_requests|epics)/[0-9]+',
    },
  ],
  gmail: [
    {
      hostEquals: 'mail.google.com',
      urlMatches: '^https://mail\\.google\\.com/mail/',
    },
  ],
  'google-docs': [
    {
      hostEquals: 'docs.google.com',
      urlMatches:
        '^https://docs\\.google\\.com/(a/[^/]+/)?(document|spreadsheets|presentation|forms|drawings)/(u/[0-9]+/)?d/',
    },
  ],
  jira: [
    {
      hostSuffix: '.atlassian.net',
      urlMatches:
        '^https://[^/]+\\.atlassian\\.net/.*(/browse/|/issues/|selectedIssue=)[A-Z][A-Z0-9_]+-[0-9]+',
    },
  ],
  mediawiki: [{ hostSuffix: '.wikipedia.org', urlMatches: '^https://[^/]+\\.wikipedia\\.org/wiki/' }],
  slack: [
    {
      hostSuffix: '.slack.com',
      urlMatches: '^https://[^/]+\\.slack\\.com/(archives/[A-Z0-9]+/p[0-9]{16}|client/.+/thread/)',
    },
  ],
};
