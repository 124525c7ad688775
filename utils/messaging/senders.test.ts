import { describe, expect, it } from 'vitest';
import {
  COMMAND_SENDERS,
  MAY_BE_UNSEEN,
  type SenderClass,
  VIEW_SENDERS,
  VIEWS_WHILE_LOCKED,
  WHILE_LOCKED,
} from './senders';

/**
 * The table once more, from the side of who asks: a permission changes in two places or not at all. For the two that
 * live in web pages it is said what they may; for the browser's own places what they may not.
 */
const COMMANDS: Record<'may' | 'mayNot', Partial<Record<SenderClass, string[]>>> = {
  may: {
    content: ['capture.propose', 'mark.open', 'page.near', 'page.pointed', 'ui.hello'],
    glimpse: ['mark.open', 'surface.hello'],
    frame: [
      ...['desk.open', 'item.add', 'item.block', 'item.edit', 'item.endBlock', 'item.endWait', 'item.merge'],
      ...[
        'item.order',
        'item.pin',
        'item.plan',
        'item.restore',
        'item.setState',
        'item.snooze',
        'item.split',
      ],
      ...['item.wait', 'lock.ask', 'lock.now', 'page.capture', 'page.captureRows', 'page.keepList'],
      ...['page.learn', 'page.read', 'page.teach', 'redo', 'reminder.later', 'sidebar.close'],
      ...['sidebar.resize', 'source.open', 'surface.hello', 'undo'],
    ],
  },
  mayNot: {
    desk: [],
    panel: ['backup', 'lock.remove', 'lock.set', 'recovery.remove', 'recovery.startEmpty'],
    popup: ['backup', 'lock.remove', 'lock.set', 'recovery.remove', 'recovery.startEmpty'],
  },
};
/** Only from pages: no place of the browser's own has a use for them. */
const OF_PAGES = ['capture.propose', 'mark.open', 'page.near', 'page.pointed', 'sidebar.resize', 'ui.hello'];
/** Only the background itself, which asks nobody. */
const OF_NOBODY = [
  ...['item.captureMany', 'item.moved', 'item.observe', 'item.way', 'lesson.heal', 'list.keep', 'list.seen'],
];

const VIEWS: Record<SenderClass, string[]> = {
  content: [],
  glimpse: ['glimpse', 'lock', 'settings'],
  frame: [
    ...['asked', 'item', 'list', 'lock', 'overview', 'page', 'quick', 'recovery', 'reminder', 'search'],
    ...['settings', 'teaching'],
  ],
  popup: [
    ...['item', 'lessons', 'list', 'lock', 'overview', 'page', 'quick', 'recovery', 'reminder', 'search'],
    ...['settings', 'storage', 'teaching'],
  ],
  panel: [
    ...['asked', 'item', 'lessons', 'list', 'lock', 'overview', 'page', 'quick', 'recovery', 'reminder'],
    ...['search', 'settings', 'storage', 'teaching'],
  ],
  desk: [
    ...['backup', 'item', 'lessons', 'list', 'lock', 'overview', 'page', 'quick', 'recovery', 'reminder'],
    ...['report', 'search', 'settings', 'storage', 'teaching', 'tools'],
  ],
};

const namesFor = (
  table: Record<string, readonly SenderClass[]>,
  may: (who: readonly SenderClass[]) => boolean,
) =>
  Object.keys(table)
    .filter((name) => may(table[name] ?? []))
    .toSorted();
/** The backup's commands by their first word. */
const short = (names: readonly string[]) => [
  ...new Set(names.map((name) => name.replace(/^backup\..*/, 'backup'))),
];

describe('the table of who may send what', () => {
  it.each(Object.entries(COMMANDS.may))(
    'lets the %s send what is named here and nothing else',
    (who, names) => {
      expect(namesFor(COMMAND_SENDERS, (allowed) => allowed.some((each) => each === who))).toEqual(
        names.toSorted(),
      );
    },
  );

  it.each(Object.entries(COMMANDS.mayNot))(
    'lets the %s send everything but what is named here',
    (who, names) => {
      const not = namesFor(COMMAND_SENDERS, (allowed) => !allowed.some((each) => each === who));
      expect(short(not)).toEqual([...names, ...OF_PAGES, ...OF_NOBODY].toSorted());
    },
  );

  it('keeps some commands for the background alone', () => {
    expect(namesFor(COMMAND_SENDERS, (allowed) => allowed.length === 0)).toEqual(OF_NOBODY);
  });

  it.each(Object.entries(VIEWS))('gives the %s the views that are named here and no other', (who, names) => {
    expect(namesFor(VIEW_SENDERS, (allowed) => allowed.some((each) => each === who))).toEqual(names);
  });

  it('lets out of a frame that nobody sees only what changes nothing that lasts', () => {
    expect(MAY_BE_UNSEEN.toSorted()).toEqual([
      ...['lock.now', 'mark.open', 'page.read', 'sidebar.close', 'sidebar.resize', 'surface.hello'],
    ]);
  });

  it('lets through a lock only what shows nothing', () => {
    expect(WHILE_LOCKED.toSorted()).toEqual([
      ...['desk.open', 'item.capture', 'lock.ask', 'lock.now', 'lock.open', 'page.capture', 'page.near'],
      ...['sidebar.close', 'sidebar.open', 'sidebar.resize', 'surface.hello', 'ui.hello'],
    ]);
    expect(VIEWS_WHILE_LOCKED.toSorted()).toEqual(['lock', 'settings']);
  });
});
