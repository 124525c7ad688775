import type { Draft } from '@/utils/model/draft';
import { isDay } from '@/utils/model/is-day';
import { cut, LIMITS } from '@/utils/model/limits';
import { withoutTracking } from './addresses';
import { linkOf } from './dom-reading';
import type { Page } from './page';
import type { Fields, Identity, Recogniser } from './recogniser';
import { comparable, tidy } from './title-text';
import { attempt } from './attempt';
import type { Sight } from './witnesses';

/** JSON-LD types whose author is the one who asks and whose keywords are labels. */
const ASKING = /^(?:DiscussionForumPosting|Question|QAPage|EmailMessage|Message|SocialMediaPosting)$/;

/** The fields, and where each was read. */
export type FieldReading = { fields: Fields; witnesses: Draft['witnesses'] };

/** Every field that the page shows: the tool's hooks first, structured data where a hook gives nothing. */
export function readFields(sight: Sight, title: string): FieldReading {
  const hooked = hookedFields(sight);
  const said = saidFields(sight, title);
  const witnesses = [
    ...witnessesOf(hooked, 'field hook'),
    ...witnessesOf(said, 'structured data').filter(({ field }) => !(field in hooked)),
  ];
  return { fields: { ...said, ...hooked }, witnesses };
}

function hookedFields({ page, tool, identity }: Sight): Fields {
  const hook = <Name extends keyof Fields>(name: Name) =>
    attempt(() => tool?.fields?.[name]?.(page, identity));
  return kept({
    status: hook('status'),
    assignees: hook('assignees'),
    requester: hook('requester'),
    dueDay: hook('dueDay'),
    labels: hook('labels'),
    priority: hook('priority'),
    project: hook('project'),
    excerpt: hook('excerpt'),
    links: tool ? hook('links') : linksIn(page, page.one('main, article, [role="main"]')),
  });
}

/** An excerpt and links are shown as themselves; the other fields say where they were read. */
export const witnessesOf = (
  { excerpt: _excerpt, links: _links, ...fields }: Fields,
  from: string,
): Draft['witnesses'] =>
  Object.entries(fields).map(([field, value]) => ({
    field,
    from,
    value: cut([value].flat().join(', '), LIMITS.title),
  }));

/** The project, folder or site that a tool's list belongs to. */
export const readProject = (tool: Recogniser, page: Page, identity: Identity): string | undefined =>
  kept({ project: attempt(() => tool.fields?.project?.(page, identity)) }).project;

function saidFields({ page, leadsTo, things }: Sight, title: string): Fields {
  const asking = things.find(({ type, address }) => {
    const url = address === undefined ? null : URL.parse(address, page.url);
    return ASKING.test(type) && url !== null && leadsTo(url) === 'here';
  });
  const description = page.meta('description') ?? page.meta('og:description');
  const says =
    description !== undefined &&
    description.length >= 20 &&
    !comparable(title).includes(comparable(description));
  return kept({
    requester: asking?.author,
    labels: asking && asking.keywords.length > 0 ? asking.keywords : undefined,
    excerpt: says ? description : undefined,
  });
}

type Loose = { [Name in keyof Fields]?: Fields[Name] | undefined };

/** The fields that say something, within the model's limits. */
export function kept(fields: Loose): Fields {
  const result: Fields = {};
  const keepText = (name: 'status' | 'requester' | 'priority' | 'project' | 'excerpt', limit: number) => {
    const text = tidy(fields[name] ?? '');
    if (text !== '') result[name] = cut(text, limit);
  };
  const keepList = (name: 'assignees' | 'labels' | 'links', limit: number, each: number) => {
    const texts = [...new Set((fields[name] ?? []).map((text) => cut(tidy(text), each)))].filter(
      (text) => text !== '',
    );
    if (texts.length > 0) result[name] = texts.slice(0, limit);
  };
  keepText('status', LIMITS.status);
  keepList('assignees', LIMITS.people, LIMITS.person);
  keepText('requester', LIMITS.person);
  if (isDay(fields.dueDay)) result.dueDay = fields.dueDay;
  keepList('labels', LIMITS.labels, LIMITS.label);
  keepText('priority', LIMITS.status);
  keepText('project', LIMITS.person);
  keepText('excerpt', LIMITS.excerpt);
  keepList('links', LIMITS.links, LIMITS.url);
  return result;
}

/** The addresses, without tracking, that links inside an element lead to; not the page's own. */
export function linksIn(page: Page, within: Element | undefined): string[] {
  if (!within) return [];
  const urls = page.all('a[href]', within, LIMITS.links * 2).map((link) => linkOf(link, page));
  const addresses = urls
    .filter((url) => url !== undefined)
    .filter((url) => url.host !== page.url.host || url.pathname !== page.url.pathname)
    .map((url) => withoutTracking(url).href);
  return [...new Set(addresses)].slice(0, LIMITS.links);
}
