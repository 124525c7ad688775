import { rowsFromLinks } from '../list-rows';
import { closestOf, ownTextOf, textOf } from '../dom-reading';
import type { Page } from '../page';
import { defineRecogniser, type Identity, type ReadTitle } from '../recogniser';

const KINDS: Record<string, string> = { issues: 'issue', pull: 'pull request', discussions: 'discussion' };
const ITEM = /^\/([\w.-]+)\/([\w.-]+)\/(issues|pull|discussions)\/(\d+)(?:$|[/.])/;
const ORG_DISCUSSION = /^\/orgs\/([\w.-]+)\/discussions\/(\d+)(?:$|\/)/;
/** "Fix it · Issue #3 · owner/repo"; discussions: "Fix it · owner/repo · Discussion #3", of late "owner repo". */
const TITLE =
  /^(.+?)(?: by [\w-]+(?:\[bot\])?(?= · Pull Request #))? · (?:Issue|Pull Request|Discussion) #(\d+) · ([\w.-]+\/[\w.-]+)(?: · GitHub.*)?$/;
const DISCUSSION_TITLE = /^(.+) · ([\w.-]+(?:[/ ][\w.-]+)?) · Discussion #(\d+)(?: · GitHub.*)?$/;

const isGitHub = ({ url }: Page): boolean => url.host === 'github.com' || url.host === 'www.github.com';

/** Enterprise on its own host says so in its metas (seen in Enterprise Server 2.14). */
const isEnterprise = (page: Page): boolean =>
  page.meta('og:site_name') === 'GitHub Enterprise' ||
  (page.meta('hostname') === page.url.host && page.meta('octolytics-url') !== undefined);

function identify(page: Page): Identity | undefined {
  const { url } = page;
  const pane = paneIssue(url);
  if (pane) return pane;
  const discussion = ORG_DISCUSSION.exec(url.pathname);
  if (discussion) {
    const [, org = '', number = ''] = discussion;
    const path = `orgs/${org}/discussions/${number}`;
    return item(url, { kind: 'discussion', scope: `orgs/${org}`, number, path });
  }
  const [, owner = '', repo = '', place = '', number = ''] = ITEM.exec(url.pathname) ?? [];
  if (number === '' || owner === 'orgs') return undefined;
  const scope = `${owner}/${repo}`;
  return item(url, { kind: KINDS[place] ?? 'issue', scope, number, path: `${scope}/${place}/${number}` });
}

/** A project's side pane: `?pane=issue&issue=owner|repo|12`. */
function paneIssue(url: URL): Identity | undefined {
  if (!/\/projects\/\d+/.test(url.pathname)) return undefined;
  const [owner, repo, number] = (url.searchParams.get('issue') ?? '').split('|');
  if (!owner || !repo || !/^[\w.-]+\/[\w.-]+$/.test(`${owner}/${repo}`) || !/^\d+$/.test(number ?? ''))
    return undefined;
  const scope = `${owner}/${repo}`;
  return item(url, { kind: 'issue', scope, number: number ?? '', path: `${scope}/issues/${number}` });
}

/** Issues, pull requests and discussions of a repository share one row of numbers; owner and name ignore case. */
function item(url: URL, read: { kind: string; scope: string; number: string; path: string }): Identity {
  const { kind, scope, number, path } = read;
  const host = url.host === 'www.github.com' ? 'github.com' : url.host;
  return {
    kind,
    scope: scope.toLowerCase(),
    nativeId: number,
    url: `${url.protocol}//${host}/${path}`,
    label: `${scope}#${number}`,
    host,
  };
}

function readTitle(raw: string, _page: Page, identity: Identity | undefined): ReadTitle | undefined {
  const [, title, number, repo] = TITLE.exec(raw) ?? [];
  if (title !== undefined)
    return { title, agrees: number === identity?.nativeId && repo?.toLowerCase() === identity?.scope };
  const [, asked, place, discussion] = DISCUSSION_TITLE.exec(raw) ?? [];
  if (asked === undefined || place === undefined) return undefined;
  if (discussion !== identity?.nativeId) return { title: asked, agrees: false };
  // The place may be a display name, so only its agreement says something.
  const scope = /[/ ]/.test(place) ? place.replace(' ', '/') : `orgs/${place}`;
  return scope.toLowerCase() === identity?.scope ? { title: asked, agrees: true } : { title: asked };
}

const texts = (page: Page, selector: string): string[] =>
  page
    .all(selector)
    .map(textOf)
    .filter((text) => text !== undefined);

function stateOf(page: Page): string | undefined {
  // data-testid: issue page of 2025; .State with "Status: Open": issue and pull request pages since 2016.
  const state = page.text('[data-testid="header-state"], [data-status], .State[title^="Status"]');
  return state ?? page.attribute('[title^="Status: "]', 'title')?.replace(/^Status: /, '');
}

/** A row's link has the title; pull request rows and issue rows alike (list pages of 2018 to 2025). */
function rows(page: Page) {
  const links =
    '[data-testid="issue-pr-title-link"], a[data-hovercard-type], a.Link--primary, a[id^="issue_"]';
  return rowsFromLinks(page, links, identify).map(({ link, row }) => {
    const around = closestOf(link, 'li, [role="listitem"], .js-issue-row');
    const labels = around
      ? page.all('.IssueLabel, [data-testid="issue-label"], a[href*="label%3A"]', around).map(textOf)
      : [];
    return {
      ...row,
      labels: labels.filter((text) => text !== undefined),
      project: row.identity.label?.split('#')[0] ?? '',
    };
  });
}

/** The issue page of 2025, the pull request page of 2026, and both before; a pane shows the same inside a dialog. */
const TITLE_HOOK =
  '[data-testid="issue-title"], h1[data-component="PH_Title"] .markdown-title, .js-issue-title';

/** The number that stands beside the title in its heading. */
function names(page: Page): string[] {
  const hook = page.one(TITLE_HOOK);
  const heading = hook && closestOf(hook, 'h1');
  const number = heading && /#(\d+)$/.exec(textOf(heading) ?? '')?.[1];
  return number === undefined ? [] : [number];
}

export const recogniser = defineRecogniser({
  product: 'github',
  claims: (page) => isGitHub(page) || isEnterprise(page),
  identify,
  readTitle,
  names,
  titles(page) {
    const hook = page.one(TITLE_HOOK);
    const title = hook && (ownTextOf(hook) ?? textOf(hook));
    return title === undefined ? [] : [{ from: 'field hook', title }];
  },
  fields: {
    status: stateOf,
    assignees: (page) =>
      texts(
        page,
        '[data-testid="sidebar-assignees-section"] [data-testid="issue-assignees"], .js-issue-assignees .assignee',
      ),
    requester: (page) => page.text('[data-testid="issue-body-header-author"], .gh-header-meta .author'),
    labels: (page) => texts(page, '[data-testid="issue-labels"] a, .js-issue-labels .IssueLabel'),
    project: (_page, { label }) => label?.split('#')[0],
  },
  rows,
  known: [
    {
      hostEquals: 'github.com',
      urlMatches: '^https://github\\.com/[^/]+/[^/]+/(issues|pull|discussions)/[0-9]+',
    },
    { hostEquals: 'github.com', urlMatches: '^https://github\\.com/.*/projects/[0-9]+.*[?&]issue=' },
  ],
});
