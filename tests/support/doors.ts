import { newId, type ItemId } from '@/utils/model/ids';
import type { CommandName } from '@/utils/messaging/commands';
import type { SenderFacts } from '@/utils/messaging/sender-class';
import type { SenderClass } from '@/utils/messaging/senders';
import type { ViewName } from '@/utils/messaging/views';

/** The extension as the background knows itself. */
export const own = { id: 'ours', origin: 'chrome-extension://ours' };
const page = (path: string) => ({ id: 'ours', origin: own.origin, url: `${own.origin}${path}` });
const tab = { id: 7 };
/** A sender of every class, as the browser describes it; frames belong to tab 7. */
export const SENDERS: Record<SenderClass, SenderFacts> = {
  content: { id: 'ours', origin: 'https://tool.example', url: 'https://tool.example/1', tab, frameId: 0 },
  frame: { ...page('/sidepanel.html'), tab, frameId: 5 },
  glimpse: { ...page('/glimpse.html'), tab, frameId: 6 },
  popup: page('/popup.html'),
  panel: page('/sidepanel.html'),
  desk: { ...page('/desk.html'), tab: { id: 9 }, frameId: 0 },
};
/** Senders that are nobody. */
export const STRANGERS: Record<string, SenderFacts> = {
  external: { id: 'theirs', origin: 'chrome-extension://theirs' },
  'null origin': { ...SENDERS.frame, origin: 'null' },
  'foreign origin under our address': { ...page('/popup.html'), origin: 'https://evil.example' },
  'another extension under our origin': { ...page('/popup.html'), id: 'theirs' },
  'a page of ours that is no surface': page('/other.html'),
  'the popup in a page': { ...page('/popup.html'), tab, frameId: 5 },
  'the desk in a page': { ...page('/desk.html'), tab, frameId: 5 },
  'the glimpse in a tab of its own': { ...page('/glimpse.html'), tab, frameId: 0 },
  'our script in a frame of a page': {
    ...{ id: 'ours', origin: 'https://tool.example', url: 'https://tool.example/1', tab, frameId: 3 },
  },
  'our script without a tab': { id: 'ours', origin: 'https://tool.example', url: 'https://tool.example/1' },
  'nothing at all': {},
};

/** A script in a page whose address was forged: what it may say is what a page's script may. */
export const FORGED: SenderFacts = { ...SENDERS.content, url: `${own.origin}/desk.html` };

const item = newId<ItemId>(0);
export const draft = {
  title: 'Fix login',
  url: 'https://tool.example/1',
  source: {
    product: 'web',
    host: 'tool.example',
    scope: '',
    nativeId: '/1',
    kind: 'page',
    key: 'web|tool.example||/1',
  },
  page: 'item',
  witnesses: [],
};
const key = 'web|tool.example||/1';
const lesson = {
  ...{
    id: 'web|tool.example|page|dueDay',
    product: 'web',
    host: 'tool.example',
    kind: 'page',
    field: 'dueDay',
  },
  ...{ locators: [{ by: 'label', text: 'Due' }], example: '1 December' },
};
/** One well-formed payload for every command. */
export const PAYLOADS: Record<CommandName, unknown> = {
  'item.capture': { draft },
  'item.captureMany': { rows: [draft] },
  'item.observe': { draft },
  'item.moved': { key, draft },
  'item.way': { id: item, key, by: 'search' },
  'list.keep': { key, title: 'Inbox', url: 'https://tool.example/1', rows: [] },
  'list.seen': { key, rows: [] },
  'list.forget': { key },
  'lesson.save': { lessons: [lesson] },
  'lesson.heal': { id: lesson.id, locators: lesson.locators },
  'lesson.remove': { id: lesson.id },
  'page.captureRows': { keys: [key] },
  'page.keepList': { keep: true },
  'page.teach': { field: 'dueDay' },
  'page.learn': { keep: true },
  'page.near': { hosts: ['tool.example'] },
  'page.pointed': { isLeft: false, lesson },
  'mark.open': { key },
  'item.add': { title: 'Call Ana' },
  'item.edit': { id: item, changes: { title: 'New' } },
  'item.setState': { id: item, state: 'done' },
  'item.wait': { id: item, on: 'Ana' },
  'item.endWait': { id: item },
  'item.block': { id: item, reason: 'budget' },
  'item.endBlock': { id: item },
  'item.snooze': { id: item, untilDay: '2026-12-01' },
  'item.plan': { id: item, day: null },
  'item.order': { id: item },
  'item.pin': { id: item, above: null },
  'item.delete': { id: item },
  'item.restore': { id: item },
  'item.merge': { from: item, into: item },
  'item.split': { id: item, key: 'web|tool.example||/1' },
  undo: {},
  redo: {},
  'page.capture': {},
  'page.read': {},
  'source.open': { id: item },
  'sidebar.open': {},
  'sidebar.close': {},
  'sidebar.resize': { width: 400, done: true },
  'surface.hello': {},
  'desk.open': { place: 'settings' },
  'settings.change': { side: 'left' },
  'backup.make': {},
  'backup.saved': { file: item },
  'backup.schedule': { isOn: true },
  'backup.examine': { file: item },
  'backup.restore': { file: item, how: 'add' },
  'backup.takeBack': { importId: item },
  'backup.cancel': {},
  'reminder.later': {},
  'recovery.restore': { from: 'journal' },
  'recovery.startEmpty': { typed: 'EMPTY' },
  'recovery.remove': { name: 'throughline~1' },
  'snapshot.make': {},
  'lock.now': {},
  'lock.open': { secret: 'correct horse' },
  'lock.ask': {},
  'lock.set': { passphrase: 'correct horse', code: 'ABCD-EFGH-JKLM-NPQR-STUV-WXYZ' },
  'lock.remove': { secret: 'correct horse' },
  'capture.propose': { draft },
  'ui.hello': { frame: 'shown' },
};

/** Well-formed arguments for every view. */
export const ARGS: Record<ViewName, unknown> = {
  overview: {},
  quick: {},
  page: {},
  list: { list: 'today', limit: 10 },
  item: { id: item },
  search: { text: 'login' },
  teaching: {},
  tools: {},
  lessons: {},
  report: { tabId: 7 },
  asked: {},
  glimpse: { key },
  settings: {},
  storage: {},
  backup: {},
  reminder: {},
  recovery: {},
  lock: {},
};
