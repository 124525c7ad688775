import { identifyGitHub, projectOf, shortSha } from '../github-address';
import { rowsFromLinks } from '../list-rows';
import { closestOf, linkOf, ownTextOf, textOf } from '../dom-reading';
import type { Page } from '../page';
import { defineRecogniser, type Identity, type ReadTitle } from '../recogniser';

/** "Fix it · Issue #3 · owner/repo"; discussions: "Fix it · owner/repo · Discussion #3", of late "owner repo". */
const TITLE =
  /^(.+?)(?: by [\w-]+(?:\[bot\])?(?= · Pull Request #))? · (?:Issue|Pull Request|Discussion) #(\d+) · ([\w.-]+\/[\w.-]+)(?: · GitHub.*)?$/;
const DISCUSSION_TITLE = /^(.+) · ([\w.-]+(?:[/ ][\w.-]+)?) · Discussion #(\d+)(?: · GitHub.*)?$/;

/** "Read all digits · owner/repo@0a1b2c3": a commit, and a run of one. */
const COMMIT_TITLE = /^(.+) · ([\w.-]+\/[\w.-]+)@([0-9a-f]{7,40})(?: · GitHub.*)?$/;

const isGitHub = ({ url }: Page): boolean => /^(?:(?:www\.)?github\.com|[\w-]+\.ghe\.com)$/.test(url.host);

/** Enterprise on its own host says so in its metas (seen in Enterprise Server 2.14; the shortcuts since 3). */
const isEnterprise = (page: Page): boolean =>
  page.meta('og:site_name') === 'GitHub Enterprise' ||
  (page.meta('hostname') === page.url.host &&
    (page.meta('octolytics-url') ?? page.meta('github-keyboard-shortcuts')) !== undefined);

function readTitle(raw: string, _page: Page, identity: Identity | undefined): ReadTitle | undefined {
  const [, title, number, repo] = TITLE.exec(raw) ?? [];
  if (title !== undefined)
    return { title, agrees: number === identity?.nativeId && repo?.toLowerCase() === identity?.scope };
  const commit = readCommitTitle(raw, identity);
  if (commit) return commit;
  const [, asked, place, discussion] = DISCUSSION_TITLE.exec(raw) ?? [];
  if (asked === undefined || place === undefined) return undefined;
  if (discussion !== identity?.nativeId) return { title: asked, agrees: false };
  // The place may be a display name, so only its agreement says something.
  const scope = /[/ ]/.test(place) ? place.replace(' ', '/') : `orgs/${place}`;
  return scope.toLowerCase() === identity?.scope ? { title: asked, agrees: true } : { title: asked };
}

/** A run's address has no commit to agree with, but its repository. */
function readCommitTitle(raw: string, identity: Identity | undefined): ReadTitle | undefined {
  const [, title, repo, sha] = COMMIT_TITLE.exec(raw) ?? [];
  if (title === undefined || sha === undefined || !identity) return undefined;
  if (repo?.toLowerCase() !== identity.scope) return { title, agrees: false };
  return identity.kind === 'run' ? { title } : { title, agrees: identity.nativeId === shortSha(sha) };
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

/** A notification's link holds the repository too. */
const notified = (page: Page) =>
  page.all('.notification-list-item-link').flatMap((link) => {
    const title = page.text('.markdown-title', link);
    const url = linkOf(link, page);
    const identity = url && identifyGitHub(url);
    return identity && title !== undefined ? [{ identity, title, project: projectOf(identity) ?? '' }] : [];
  });

/** A row's link has the title; pull request rows and issue rows alike (list pages of 2018 to 2025). */
function rows(page: Page) {
  const links =
    '[data-testid="issue-pr-title-link"], a[data-hovercard-type], a.Link--primary, a[id^="issue_"]';
  const named = rowsFromLinks(page, links, ({ url }) => identifyGitHub(url)).map(({ link, row }) => {
    const around = closestOf(link, 'li, [role="listitem"], .js-issue-row');
    const labels = around
      ? page.all('.IssueLabel, [data-testid="issue-label"], a[href*="label%3A"]', around).map(textOf)
      : [];
    return {
      ...row,
      labels: labels.filter((text) => text !== undefined),
      project: projectOf(row.identity) ?? '',
    };
  });
  return [...named, ...notified(page)];
}

/** The issue page of 2025, the pull request page of 2026, and both before; a pane shows the same inside a dialog. */
const TITLE_HOOK =
  '[data-testid="issue-title"], h1[data-component="PH_Title"] .markdown-title, .js-issue-title';

/** The item's number in GitHub's database stays when a repository is renamed or an issue is moved ("issue:4711"). */
function aliases(page: Page): string[] {
  const tag =
    page.meta('hovercard-subject-tag') ??
    page.attribute('[data-hovercard-subject-tag]', 'data-hovercard-subject-tag');
  return tag !== undefined && /^(?:issue|pull_request|discussion):\d+$/.test(tag) ? [tag] : [];
}

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
  identify: ({ url }) => identifyGitHub(url),
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
    project: (_page, identity) => projectOf(identity),
  },
  rows,
  aliases,
});
