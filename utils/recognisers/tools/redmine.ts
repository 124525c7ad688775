import { dayAs, learnOrder, type DateOrder } from '../dates';
import { rowsFromLinks } from '../list-rows';
import { attributeOf, closestOf, textOf } from '../dom-reading';
import type { Page } from '../page';
import { defineRecogniser, type Identity, type ReadTitle } from '../recogniser';
import { withoutEnd } from '../title-text';

const ITEM = /^(.*)\/issues\/(\d+)(?:$|[/.])/;
/** "Bug #3: Fix it - Project - Site" */
const TITLE = /^(.+?) #(\d+): (.+)$/;

/** Body classes since 1.0; the two metas of its layout stay where classes are taken away. */
const claims = (page: Page): boolean =>
  page.one('body[class*="controller-"][class*="action-"] #main-menu, body.controller-issues') !== undefined ||
  (page.meta('description') === 'Redmine' && page.meta('keywords') === 'issue,bug,tracker');

function identify({ url }: Page): Identity | undefined {
  const [, base = '', number] = ITEM.exec(url.pathname) ?? [];
  // `/projects/x/issues/3/copy` is the form for a new issue.
  if (number === undefined || /\/projects\/[^/]+$/.test(base)) return undefined;
  return {
    kind: 'issue',
    scope: base.replace(/^\//, ''),
    nativeId: number,
    url: `${url.origin}${base}/issues/${number}`,
    label: `#${number}`,
  };
}

function readTitle(raw: string, page: Page, identity: Identity | undefined): ReadTitle | undefined {
  if (!identity) {
    const list = raw.split(' - ')[0];
    return list === undefined ? undefined : { title: list };
  }
  const [, , number, rest] = TITLE.exec(raw) ?? [];
  if (rest === undefined) return undefined;
  const project = projectOf(page);
  const end = project === undefined ? -1 : rest.lastIndexOf(` - ${project} - `);
  const title = end > 0 ? rest.slice(0, end) : withoutEnd(rest, 2);
  return { title, agrees: number === identity.nativeId, rest };
}

const projectOf = (page: Page): string | undefined =>
  page.text('#header h1 .current-project') ?? page.text('#header h1');

const attribute = (page: Page, name: string): string | undefined =>
  page.text(`.attributes .${name} .value, .attributes td.${name}`);

/** The installation's order of day, month and year, learnt from links that carry the same day in both forms. */
function dateOrder(page: Page): DateOrder | undefined {
  const links = page.all('a[href*="activity?from="][title]');
  const pairs = links.map((link) => ({
    iso: /from=(\d{4}-\d{2}-\d{2})/.exec(attributeOf(link, 'href') ?? '')?.[1] ?? '',
    shown: attributeOf(link, 'title') ?? '',
  }));
  return learnOrder(pairs);
}

/** The tracker ("Bug") and the category are Redmine's labels. */
function labels(page: Page): string[] {
  const tracker = TITLE.exec(page.title)?.[1];
  const category = attribute(page, 'category');
  return [tracker, category].filter((label) => label !== undefined && label !== '-').map(String);
}

const nobody = (name: string | undefined): string[] | undefined =>
  name === undefined || name === '-' ? undefined : [name];

function rows(page: Page) {
  const links = rowsFromLinks(page, 'tr[id^="issue-"] a[href*="/issues/"]', identify);
  return links.map(({ link, row }) => {
    const around = closestOf(link, 'tr');
    const cell = (name: string) => (around ? page.text(`td.${name}`, around) : undefined);
    const labelled = [cell('tracker'), cell('category')].filter((label) => label !== undefined);
    const read = {
      status: cell('status'),
      priority: cell('priority'),
      project: cell('project') ?? projectOf(page),
    };
    const said = Object.fromEntries(Object.entries(read).filter(([, value]) => value !== undefined));
    return { ...row, ...said, labels: labelled, assignees: nobody(cell('assigned_to')) ?? [] };
  });
}

export const recogniser = defineRecogniser({
  product: 'redmine',
  claims,
  identify,
  readTitle,
  titles(page) {
    const heading = page.one('.subject h3');
    const title = heading && textOf(heading);
    return title === undefined ? [] : [{ from: 'field hook', title }];
  },
  fields: {
    status: (page) => attribute(page, 'status'),
    assignees: (page) => nobody(attribute(page, 'assigned-to')),
    // "Added by <a>…": the first person of the author line; the second one changed it last.
    requester: (page) => page.text('.author a[href*="/users/"]'),
    dueDay: (page) => {
      const shown = attribute(page, 'due-date');
      return shown === undefined ? undefined : dayAs(shown, dateOrder(page));
    },
    labels,
    priority: (page) => attribute(page, 'priority'),
    project: projectOf,
    excerpt: (page) => page.text('.issue .description .wiki'),
  },
  rows,
});
