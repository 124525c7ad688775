import { dayWithWeekday } from '@/components/item/time-words';
import { markName, markOf } from '@/components/icons/state-mark';
import type { MenuItem } from '@/components/ui/menu';
import { t } from '@/utils/i18n';
import type { Day } from '@/utils/model/day';
import { STATES } from '@/utils/model/item';
import { actByKey, ask as askFor } from './by-key';
import { daysAhead } from './days-ahead';
import type { KeyAct } from './key-table';
import type { Ask } from './in-front';
import { run } from './saving';
import type { Sidebar } from './sidebar';

/** When an item may come back. */
export function snoozeMenu(sidebar: Sidebar, { row, at }: Ask): MenuItem[] {
  const today = sidebar.today.peek();
  const until = (untilDay: Day | null) => () => void run(sidebar, 'item.snooze', { id: row.id, untilDay });
  const back: MenuItem = { name: t('snooze_end'), keys: 'b', icon: 'undo', onPick: until(null) };
  return [
    ...daysAhead(today).map(({ name, keys, day }): MenuItem => ({
      name,
      keys,
      aside: dayWithWeekday(day),
      icon: 'snooze',
      onPick: until(day),
    })),
    {
      name: t('snooze_pick'),
      keys: 'p',
      icon: 'calendar',
      onPick: () => askFor(sidebar, 'snoozeDay', row, at),
    },
    ...(row.startAfterDay && row.startAfterDay > today ? [back] : []),
  ];
}

/** Every state that an item can be put into, and what can hold it up. */
export function stateMenu(sidebar: Sidebar, { row, at }: Ask): MenuItem[] {
  const present = markOf(row);
  const keys: Record<string, string> = { ready: 'r', started: 's', done: 'd' };
  const states = STATES.map((state): MenuItem => ({
    name: markName(state),
    mark: state,
    isChecked: state === present,
    ...(keys[state] && { keys: keys[state] }),
    onPick: () => void run(sidebar, 'item.setState', { id: row.id, state }),
  }));
  return [
    ...states,
    {
      name: t('menu_wait'),
      mark: 'waiting',
      keys: 'w',
      isChecked: present === 'waiting',
      startsGroup: true,
      onPick: () => askFor(sidebar, 'wait', row, at),
    },
    {
      name: t('menu_block'),
      mark: 'blocked',
      keys: 'b',
      isChecked: present === 'blocked',
      onPick: () => askFor(sidebar, 'block', row, at),
    },
  ];
}

/** All that can be done with a row, for those who point. Every entry shows the key that does the same. */
export function rowMenu(sidebar: Sidebar, { row, at }: Ask): MenuItem[] {
  const act = (what: KeyAct) => () => void actByKey(sidebar, what);
  const isPlanned = row.list === 'today';
  const isUsual = row.state !== 'done' && row.state !== 'canceled';
  const openOnes: MenuItem[] = [
    { name: t('deed_start'), keys: 's', mark: 'started', startsGroup: true, onPick: act('start') },
    { name: t('deed_done'), keys: 'd', mark: 'done', onPick: act('done') },
    { name: t('menu_wait'), keys: 'w', mark: 'waiting', onPick: () => askFor(sidebar, 'wait', row, at) },
    { name: t('menu_block'), keys: 'b', mark: 'blocked', onPick: () => askFor(sidebar, 'block', row, at) },
    { name: t('menu_snooze'), keys: 'z', icon: 'snooze', onPick: () => askFor(sidebar, 'snooze', row, at) },
    {
      name: isPlanned ? t('menu_unplan') : t('menu_plan'),
      keys: 'p',
      icon: 'calendar',
      onPick: act('plan'),
    },
  ];
  const reopen: MenuItem = {
    name: t('deed_reopen'),
    keys: 'r',
    mark: 'ready',
    startsGroup: true,
    onPick: act('ready'),
  };
  const unpin: MenuItem = {
    name: t('menu_unpin'),
    icon: 'pin',
    onPick: () => void run(sidebar, 'item.pin', { id: row.id, above: null }),
  };
  const remove: MenuItem = {
    name: t('key_delete'),
    keys: 'x',
    icon: 'trash',
    isDanger: true,
    startsGroup: true,
    onPick: act('delete'),
  };
  return [
    { name: t('deed_open'), icon: 'list', onPick: act('open') },
    ...(row.source
      ? [{ name: t('menu_source'), keys: 'o', icon: 'open', onPick: act('source') } satisfies MenuItem]
      : []),
    ...(isUsual ? openOnes : [reopen]),
    ...(row.isPinned ? [unpin] : []),
    { name: t('menu_merge'), icon: 'merge', onPick: () => askFor(sidebar, 'merge', row, at) },
    ...(sidebar.isFrame ? [] : [remove]),
  ];
}
