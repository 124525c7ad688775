import { rowsFromLinks } from '../list-rows';
import { closestOf, textOf } from '../dom-reading';
import type { Page } from '../page';
import { defineRecogniser, type Identity, type ReadTitle } from '../recogniser';
import { isoDayIn } from '../dates';

/** `/group/project/-/issues/12`; before 2019, and still in links, without `/-/`. Issues and work items share one row of numbers. */
const ITEM = /^\/(.+?)\/(?:-\/)?(issues|work_items|incidents|merge_requests)\/(?:incident\/)?(\d+)(?:$|[/.])/;
const GROUP_ITEM = /^\/groups\/(.+?)\/(?:-\/)?(epics|work_items)\/(\d+)(?:$|[/.])/;
/** "Fix it (#3) · Issues · Group / Project · GitLab" */
const TITLE = /^(.+) \(([#!&])(\d+)\)(?: · |$)/;
const KINDS: Record<string, string> = {
  issues: 'issue',
  work_items: 'work item',
  incidents: 'incident',
  merge_requests: 'merge request',
  epics: 'epic',
};

/** gitlab.com, and any host whose pages carry GitLab's own site name and page marks. */
const claims = (page: Page): boolean =>
  page.url.host === 'gitlab.com' ||
  (page.meta('og:site_name') === 'GitLab' &&
    (page.one('body[data-page], body[data-project]') !== undefined ||
      page.url.pathname.includes('/-/') ||
      page.title.endsWith(' · GitLab')));

const sigilOf = (place: string, isGroup: boolean): string =>
  isGroup ? '&' : place === 'merge_requests' ? '!' : '#';

/** The item that a list or board shows in its drawer: `?show=` with a base64 of {"iid":"12","full_path":"group/project",…}. */
function identifyShown(url: URL): Identity | undefined {
  const shown = url.searchParams.get('show') ?? '';
  const said = /^[\w+/=-]{20,500}$/.test(shown) ? decodeShown(shown) : '';
  const number = /"iid":"?(\d+)/.exec(said)?.[1];
  const path = /"full_path":"([\w./-]+)"/.exec(said)?.[1];
  if (number === undefined || path === undefined) return undefined;
  return identifyAt(new URL(`/${path}/-/work_items/${number}`, url));
}

function decodeShown(shown: string): string {
  try {
    return atob(shown);
  } catch {
    return ''; // Not what GitLab writes there.
  }
}

const identify = ({ url }: Page): Identity | undefined => identifyAt(url) ?? identifyShown(url);

function identifyAt(url: URL): Identity | undefined {
  const group = GROUP_ITEM.exec(url.pathname);
  const [, path = '', place = '', number = ''] = group ?? ITEM.exec(url.pathname) ?? [];
  if (number === '' || path === 'groups' || path.startsWith('-/')) return undefined;
  const sigil = sigilOf(place, group !== null);
  return {
    kind: KINDS[place] ?? 'issue',
    scope: path.toLowerCase(),
    nativeId: sigil === '#' ? number : `${sigil}${number}`,
    url: `${url.origin}/${group ? 'groups/' : ''}${path}/-/${place}/${number}`,
    label: `${path}${sigil}${number}`,
  };
}

function readTitle(raw: string, _page: Page, identity: Identity | undefined): ReadTitle | undefined {
  const [, title, sigil, number] = TITLE.exec(raw) ?? [];
  if (title === undefined) return undefined;
  const own = sigil === '#' ? number : `${sigil}${number}`;
  // A group's epic is called "&5" by its own page, and "#5" by that of work items.
  const isEpic = sigil === '#' && identity?.nativeId === `&${number}`;
  return { title, agrees: identity?.nativeId === own || isEpic };
}

const texts = (page: Page, selector: string): string[] =>
  page
    .all(selector)
    .map(textOf)
    .filter((text) => text !== undefined);

/** Author and assignee stand in the page's card: label1 "Author" … data1 (seen on issues and merge requests). */
function card(page: Page, label: string): string | undefined {
  const at = [1, 2, 3].find((index) => page.meta(`twitter:label${index}`) === label);
  return at === undefined ? undefined : page.meta(`twitter:data${at}`);
}

export const recogniser = defineRecogniser({
  product: 'gitlab',
  claims,
  identify,
  readTitle,
  titles(page) {
    // Issue and work item pages of 2025; merge requests since 2019.
    const title = page.text(
      '[data-testid="work-item-title"], [data-testid="issue-title"], [data-testid="title-content"]',
    );
    return title === undefined ? [] : [{ from: 'field hook', title }];
  },
  fields: {
    status: (page) =>
      page.text(
        '[data-testid="work-item-state-badge"], [data-testid="issue-state-badge"], .issuable-status-badge, .status-box',
      ),
    assignees: (page) => {
      const shown = texts(
        page,
        '[data-testid="work-item-assignees"] .gl-avatar-labeled-label, .assignee .author',
      );
      const said = card(page, 'Assignee');
      return shown.length > 0 ? shown : said === undefined ? undefined : [said];
    },
    requester: (page) =>
      card(page, 'Author') ?? page.text('[data-testid="work-item-author"], .issuable-meta .author'),
    dueDay: (page) =>
      isoDayIn(page.attribute('[data-testid="work-item-due-date-value"] time, .due-date time', 'datetime')),
    labels: (page) =>
      texts(page, '[data-testid="work-item-labels"] .gl-label-text, .issuable-show-labels .gl-label-text'),
    project: (page) => / · ([^·]+? \/ [^·]+?) · GitLab$/.exec(page.title)?.[1],
  },
  rows: (page) =>
    rowsFromLinks(
      page,
      '[data-testid="issuable-title-link"], .issue-title-text a, .merge-request-title-text a',
      identify,
    ).map(({ link, row }) => {
      const around = closestOf(link, 'li');
      const labels = around ? page.all('.gl-label-text', around).map(textOf) : [];
      return { ...row, labels: labels.filter((text) => text !== undefined) };
    }),
});
