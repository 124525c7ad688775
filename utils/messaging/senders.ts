import type { CommandName } from './commands';
import type { ViewName } from './views';

/**
 * Who is asking. `content` is our script in a web page (untrusted), `frame` our page inside a web page, `glimpse`
 * the small one that tells of a mark; the others are the browser's own places, which no page can reach.
 */
export type SenderClass = 'content' | 'frame' | 'glimpse' | 'popup' | 'panel' | 'desk';

const OWN: SenderClass[] = ['popup', 'panel', 'desk'];
const SURFACES: SenderClass[] = ['frame', ...OWN];
const DESK: SenderClass[] = ['desk'];
const PAGE: SenderClass[] = ['content'];
/** The background alone sends it, to itself. */
const NOBODY: SenderClass[] = [];

/** The one table of who may send what: what is undoable and single from the frame; deletion and settings not. */
export const COMMAND_SENDERS: Record<CommandName, readonly SenderClass[]> = {
  'item.capture': OWN,
  'item.captureMany': NOBODY,
  'item.observe': NOBODY,
  'item.moved': NOBODY,
  'item.way': NOBODY,
  'list.keep': NOBODY,
  'list.seen': NOBODY,
  'list.forget': OWN,
  'lesson.save': OWN,
  'lesson.heal': NOBODY,
  'lesson.remove': OWN,
  'item.add': SURFACES,
  'item.edit': SURFACES,
  'item.setState': SURFACES,
  'item.wait': SURFACES,
  'item.endWait': SURFACES,
  'item.block': SURFACES,
  'item.endBlock': SURFACES,
  'item.snooze': SURFACES,
  'item.plan': SURFACES,
  'item.order': SURFACES,
  'item.pin': SURFACES,
  'item.delete': OWN,
  'item.restore': SURFACES,
  'item.merge': SURFACES,
  'item.split': SURFACES,
  undo: SURFACES,
  redo: SURFACES,
  'page.capture': SURFACES,
  'page.read': SURFACES,
  'page.captureRows': SURFACES,
  'page.keepList': SURFACES,
  'page.teach': SURFACES,
  'page.learn': SURFACES,
  'page.near': PAGE,
  'page.pointed': PAGE,
  'mark.open': ['content', 'glimpse'],
  'source.open': SURFACES,
  'sidebar.open': OWN,
  'sidebar.close': SURFACES,
  'sidebar.resize': ['frame'],
  'surface.hello': [...SURFACES, 'glimpse'],
  'desk.open': SURFACES,
  'settings.change': OWN,
  'backup.make': DESK,
  'backup.saved': DESK,
  'backup.schedule': DESK,
  'backup.examine': DESK,
  'backup.restore': DESK,
  'backup.takeBack': DESK,
  'backup.cancel': DESK,
  'reminder.later': SURFACES,
  'recovery.restore': OWN,
  'recovery.startEmpty': DESK,
  'recovery.remove': DESK,
  'snapshot.make': OWN,
  'lock.now': SURFACES,
  'lock.open': OWN,
  'lock.ask': SURFACES,
  'lock.set': DESK,
  'lock.remove': DESK,
  'capture.propose': PAGE,
  'ui.hello': PAGE,
};

export const VIEW_SENDERS: Record<ViewName, readonly SenderClass[]> = {
  overview: SURFACES,
  quick: SURFACES,
  page: SURFACES,
  list: SURFACES,
  item: SURFACES,
  search: SURFACES,
  teaching: SURFACES,
  tools: ['desk'],
  lessons: OWN,
  report: ['desk'],
  asked: ['frame', 'panel'],
  glimpse: ['glimpse'],
  settings: [...SURFACES, 'glimpse'],
  storage: OWN,
  backup: DESK,
  reminder: SURFACES,
  recovery: SURFACES,
  lock: [...SURFACES, 'glimpse'],
};

/**
 * What a frame may send while the person may not see it, because it changes nothing that lasts. Everything else that
 * comes from a frame is refused as `hidden` until the page's script has seen the frame lie open (safety T02).
 */
export const MAY_BE_UNSEEN: readonly CommandName[] = [
  'surface.hello',
  'page.read',
  'sidebar.close',
  'sidebar.resize',
  'lock.now',
  // From the glimpse: it opens the sidebar at an item.
  'mark.open',
];

/**
 * What is carried out while the inventory is locked: what shows nothing of it. Captures are among it, sealed until the
 * lock is opened; everything else is refused as `locked`, whoever asks.
 */
export const WHILE_LOCKED: readonly CommandName[] = [
  'lock.now',
  'lock.open',
  'lock.ask',
  'page.capture',
  'item.capture',
  'surface.hello',
  'ui.hello',
  // Which hosts a page links to; marks are looked for when it is open again.
  'page.near',
  'desk.open',
  'sidebar.open',
  'sidebar.close',
  'sidebar.resize',
];

/** Views that are given while it is locked; every other fails with `locked`. Of the settings only how surfaces look. */
export const VIEWS_WHILE_LOCKED: readonly ViewName[] = ['lock', 'settings'];
