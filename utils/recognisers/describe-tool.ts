import { fillHoles, matchAddress } from './address-pattern';
import { dayAs, isoDayIn } from './dates';
import { attributeOf, textOf, valueOf } from './dom-reading';
import type { Page } from './page';
import type { Description, Hook, HookName, ItemForm } from './description';
import type { FieldHooks, Identity, Recogniser, TitleWitness } from './recogniser';
import { beginningOf, comparable, tidy } from './title-text';
import { isNamed, matchTitle } from './title-pattern';

/** The recogniser that a description means. */
export function describeTool(description: Description): Recogniser {
  const { product, title, lists } = description;
  const titles = [title ?? []].flat();
  return {
    product,
    claims: (page) => livesOn(description.hosts ?? [], page.url) || hasSign(description, page),
    identify: (page) => identify(description, page.url),
    readTitle(raw, _page, identity) {
      const names = identity && [identity.nativeId, identity.label ?? identity.nativeId].map(plainId);
      const isOwn = (text: string) => isNamed(plainId(text), names ?? []);
      const forms = identity ? titles : (lists ?? []);
      const reads = forms.flatMap((form) => matchTitle(form, raw, isOwn) ?? []);
      const said = reads.filter(({ agrees }) => agrees !== undefined);
      return said.find(({ agrees }) => agrees) ?? said[0] ?? reads[0];
    },
    titles: (page, identity) => hookedTitle(description, page, identity),
    names: (page, identity) =>
      idsOn(description, page).map((id) => (isIdOf(id, identity) ? identity.nativeId : id)),
    fields: fieldsOf(description),
    description,
  };
}

/** Is the address on one of the hosts? See `hosts` of Description. */
export function livesOn(hosts: readonly string[], url: URL): boolean {
  return hosts.some((host) => {
    const [name = '', place] = host.split('/');
    if (place !== undefined && url.pathname.split('/')[1] !== place) return false;
    if (name.startsWith('*.')) return url.hostname.endsWith(name.slice(1));
    if (name.endsWith('.*')) return isWithEnding(url.hostname, name.slice(0, -1));
    return url.hostname === name;
  });
}

/** "desk.zoho." before "eu" or "com.au". */
const isWithEnding = (hostname: string, start: string): boolean =>
  hostname.startsWith(start) && /^[a-z]{2,3}(?:\.[a-z]{2})?$/.test(hostname.slice(start.length));

const hasSign = ({ signs = [] }: Description, page: Page): boolean =>
  signs.length > 0 && page.one(signs.join(', ')) !== undefined;

function identify(description: Description, url: URL): Identity | undefined {
  if (description.except?.some((form) => matchAddress(form, url))) return undefined;
  for (const form of description.items) {
    for (const at of [form.at].flat()) {
      const holes = matchAddress(at, url);
      if (holes) return identityFrom(form, holes, url, description.host);
    }
  }
  return undefined;
}

function identityFrom(
  form: ItemForm,
  given: Record<string, string>,
  url: URL,
  host: string | undefined,
): Identity {
  const id = given['id'] ?? '';
  const folded = form.case === 'upper' ? id.toUpperCase() : form.case === 'lower' ? id.toLowerCase() : id;
  const holes = { ...given, id: folded };
  const to = fillHoles(form.to, holes);
  return {
    kind: form.kind,
    scope: fillHoles(form.scope ?? '{base}', holes).replace(/^\//, ''),
    nativeId: fillHoles(form.id ?? '{id}', holes),
    url: to.startsWith('https://') ? to : `${host === undefined ? url.origin : `https://${host}`}${to}`,
    ...(form.label !== undefined && { label: fillHoles(form.label, holes) }),
    ...(host !== undefined && { host }),
  };
}

const isIdOf = (text: string, { nativeId, label }: Identity): boolean =>
  [nativeId, label ?? nativeId].some((own) => plainId(own) === plainId(text));
/** "#0012" is 12. */
const plainId = (id: string): string => comparable(id).replace(/^[#!&]?(?:0+(?=\d))?/, '');

/** What is in front; undefined where the page has to have one and has none. */
const paneOf = ({ pane }: Description, page: Page): Element | null | undefined =>
  pane === undefined ? null : page.one(pane);

/** Every text that a hook gives, within an element or (null) the whole page. */
export function readAll(page: Page, hook: Hook | undefined, within: Element | null | undefined): string[] {
  if (hook === undefined || within === undefined) return [];
  const [selector = '', attribute] = hook.split(' @');
  return page.all(selector, within ?? undefined).flatMap((element) => {
    const text = attribute
      ? tidy(attributeOf(element, attribute) ?? '')
      : (valueOf(element) ?? textOf(element));
    return text ? [text] : [];
  });
}

/** Where the page names its own item: in the pane, else beside it, as on the tab that is selected. */
function idsOn(description: Description, page: Page): string[] {
  const pane = paneOf(description, page);
  const inside = readAll(page, description.hooks?.id, pane);
  return inside.length > 0 || !pane ? inside : readAll(page, description.hooks?.id, null);
}

/** "0012: Fix it", "#12 Fix it", "ACME-12 Fix it". */
const NAMED = /^(?:(\S+):|(#\S+|[A-Z]+-?\d+))\s+(.+)$/;

function hookedTitle(description: Description, page: Page, identity: Identity): TitleWitness[] {
  const pane = paneOf(description, page);
  const hook = description.hooks?.title;
  const title = readAll(page, hookFor(hook, identity), pane)[0];
  if (title === undefined) return [];
  if (hook?.includes('{id}')) return [{ from: 'field hook', title: beginningOf(title), bound: true }];
  const [, before, mark, own] = NAMED.exec(title) ?? [];
  if (own !== undefined && isIdOf(before ?? mark ?? '', identity))
    return [{ from: 'field hook', title: own, bound: true }];
  const ids = idsOn(description, page);
  return [{ from: 'field hook', title, bound: ids.some((id) => isIdOf(id, identity)) }];
}

/** The hook with the item's id in it; an id that a selector would have to escape finds nothing. */
function hookFor(hook: Hook | undefined, { nativeId }: Identity): Hook | undefined {
  if (!hook?.includes('{id}')) return hook;
  return /^[\w-]+$/.test(nativeId) ? hook.replaceAll('{id}', nativeId) : undefined;
}

/** Fields by the hooks of a description, within one element or the whole page. */
export function readHooks(
  page: Page,
  hooks: Partial<Record<HookName, Hook>>,
  within: Element | null | undefined,
): { [Name in keyof FieldHooks]?: ReturnType<NonNullable<FieldHooks[Name]>> } {
  const all = (name: HookName) => {
    const texts = readAll(page, hooks[name], within).filter((text) => !/^[-–—]$/.test(text));
    return texts.length > 0 ? texts : undefined;
  };
  const day = all('dueDay')?.[0];
  return {
    status: all('status')?.[0],
    assignees: all('assignees'),
    requester: all('requester')?.[0],
    dueDay: day === undefined ? undefined : (isoDayIn(day) ?? dayAs(day, undefined)),
    labels: all('labels'),
    priority: all('priority')?.[0],
    project: all('project')?.[0],
    excerpt: all('excerpt')?.[0],
  };
}

function fieldsOf(description: Description): FieldHooks {
  const { hooks = {} } = description;
  const hooked = <Name extends Exclude<HookName, 'title' | 'id'>>(name: Name) =>
    hooks[name] !== undefined && {
      [name]: (page: Page, identity: Identity) =>
        readHooks(page, { [name]: hookFor(hooks[name], identity) }, paneOf(description, page))[name],
    };
  return {
    ...hooked('status'),
    ...hooked('assignees'),
    ...hooked('requester'),
    ...hooked('dueDay'),
    ...hooked('labels'),
    ...hooked('priority'),
    ...hooked('project'),
    ...hooked('excerpt'),
  };
}
