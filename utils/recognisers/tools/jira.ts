import { isoDayIn } from '../dates';
import { attributeOf, closestOf, textOf } from '../dom-reading';
import type { Page } from '../page';
import { defineRecogniser, type Identity, type ReadTitle, type TitleWitness } from '../recogniser';
import { withoutEnd } from '../title-text';

const KEY = /^[A-Z][A-Z0-9_]+-\d+$/i;
/** Server's places after an optional context path; the key is the last segment, or `selectedIssue` beside it. */
const PLACE = /^(.*?)\/(?:browse|projects|issues|secure|servicedesk|plugins|si)(?:\/|$)/;
const KEYED = /\/(?:browse|issues|si|queues\/.+|portal\/\d+)\/([A-Z][A-Z0-9_]+-\d+)(?:$|[/.])/i;
/** "[ACME-1] Fix it - Jira"; on Server the end is the installation's own name. */
const TITLE = /^\[#?([A-Z][A-Z0-9_]+-\d+)\] (.+)$/i;
/** A customer of Service Management sees the issue in the portal alone. */
const PORTAL = /\/servicedesk\/customer\/portal\/\d+(?=\/[^/]+\/?$)/;
/** A request in the portal of Service Management: "ACME-1 - Fix it - Help centre". */
const PORTAL_TITLE = /^([A-Z][A-Z0-9_]+-\d+)(?: -|:)? (.+)$/;

const CLOUD_TITLE = '[data-testid="issue.views.issue-base.foundation.summary.heading"]';
const CLOUD_KEY = '[data-testid="issue.views.issue-base.foundation.breadcrumbs.current-issue.item"]';

const isCloud = ({ url }: Page): boolean =>
  (url.host.endsWith('.atlassian.net') && !/^\/wiki(?:\/|$)/.test(url.pathname)) ||
  url.host.endsWith('.jira.com');

/** Server and Data Center name themselves in a meta and in the body's id. */
const isServer = (page: Page): boolean =>
  page.meta('application-name') === 'JIRA' || page.one('body#jira') !== undefined;

function identify(page: Page): Identity | undefined {
  const { url } = page;
  const selected = url.searchParams.get('selectedIssue') ?? url.searchParams.get('issueKey') ?? '';
  const key = (KEY.test(selected) ? selected : KEYED.exec(url.pathname)?.[1])?.toUpperCase();
  if (key === undefined) return undefined;
  const context = isCloud(page) ? '' : (PLACE.exec(url.pathname)?.[1] ?? '');
  return {
    kind: 'issue',
    scope: context.replace(/^\//, ''),
    nativeId: key,
    url: `${url.origin}${context}${PORTAL.exec(url.pathname)?.[0] ?? '/browse'}/${key}`,
    label: key,
  };
}

function readTitle(raw: string, _page: Page, identity: Identity | undefined): ReadTitle | undefined {
  const [, key, rest] = TITLE.exec(raw) ?? PORTAL_TITLE.exec(raw) ?? [];
  if (key === undefined || rest === undefined) return undefined;
  const agrees = key.toUpperCase() === identity?.nativeId;
  if (rest.endsWith(' - Jira')) return { title: rest.slice(0, -' - Jira'.length), agrees };
  return { title: withoutEnd(rest, 1), agrees, rest };
}

/** The keys that the page's own issue view names: Cloud's breadcrumb, Server's heading. */
function names(page: Page): string[] {
  const shown = [...page.all(CLOUD_KEY), ...page.all('#key-val, #issuekey-val')];
  return shown
    .map((element) => attributeOf(element, 'data-issue-key') ?? textOf(element) ?? '')
    .filter((key) => KEY.test(key));
}

/** A title beside the item's own key is bound to it: on a board the page's title is the board's. */
function titles(page: Page, identity: Identity): TitleWitness[] {
  const heading = page.one(`${CLOUD_TITLE}, #summary-val`);
  const title = heading && textOf(heading);
  if (!heading || title === undefined) return [];
  const view = closestOf(heading, '[role="dialog"], #issue-content, main') ?? page.one('body');
  const bound = page.all(`${CLOUD_KEY}, #key-val`, view).some((shown) => textOf(shown) === identity.nativeId);
  return [{ from: 'field hook', title, bound }];
}

/** The number in Jira's database stays when it moves to another project: Server's key link and meta, cards. */
function aliases(page: Page, { nativeId }: Identity): string[] {
  const ids = [
    page.meta('ajs-issue-id'),
    page.attribute(`#key-val[data-issue-key="${nativeId}"]`, 'rel'),
    page.attribute(`[data-issue-key="${nativeId}"][data-issue-id]`, 'data-issue-id'),
  ];
  const id = ids.find((each) => each !== undefined && /^\d+$/.test(each));
  return id === undefined ? [] : [`id:${id}`];
}

const field = (name: string, id: string) => (page: Page) =>
  page.text(`[data-testid="issue.views.field.${name}"], [data-testid^="issue.views.field.${name}."], #${id}`);

const texts = (page: Page, selector: string): string[] =>
  page
    .all(selector)
    .map(textOf)
    .filter((text) => text !== undefined);

export const recogniser = defineRecogniser({
  product: 'jira',
  claims: (page) => isCloud(page) || isServer(page),
  identify,
  readTitle,
  names,
  titles,
  aliases,
  // Cards and rows name their issue by its key alone; the summary stands beside it (Server's boards since 2012).
  description: {
    product: 'jira',
    items: [],
    row: '.js-issue, [data-testid="platform-board-kit.ui.card.card"], tr',
    cells: {
      title: '.ghx-summary, td.summary a, [data-testid$="card.summary"], [data-testid$="fields.summary"]',
      status: 'td.status',
      assignees: 'td.assignee, .ghx-avatar-img @alt',
      priority: 'td.priority img @alt',
      labels: 'td.labels a, .ghx-extra-field-content',
    },
  },
  fields: {
    status: (page) =>
      page.text(
        '[data-testid="issue.views.issue-base.foundation.status.status-field-wrapper"], #status-val, #opsbar-transitions_more',
      ),
    assignees: (page) => {
      const name = field('user.assignee', 'assignee-val')(page);
      return name === undefined ? undefined : [name];
    },
    requester: field('user.reporter', 'reporter-val'),
    dueDay: (page) => isoDayIn(page.attribute('#due-date time, [data-testid*="due-date"] time', 'datetime')),
    labels: (page) =>
      texts(page, '[data-testid="issue.views.field.labels"] a, .labels-wrap a.lozenge, #wrap-labels a'),
    priority: field('priority', 'priority-val'),
    project: (page) =>
      page.text(
        '#project-name-val, [data-testid="issue.views.issue-base.foundation.breadcrumbs.project.item"]',
      ),
  },
});
