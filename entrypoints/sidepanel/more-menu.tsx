import { Menu, type MenuItem } from '@/components/ui/menu';
import { t } from '@/utils/i18n';
import { displayText } from '@/utils/model/display-text';
import { nameOfDeed } from './deed-words';
import { lockOf } from './lock';
import { ReminderLine } from './reminder';
import { run } from './saving';
import type { Sidebar } from './sidebar';

/** What is behind the dots: undo, redo, help, settings; above them what is due. */
export function MoreMenu({ sidebar }: { sidebar: Sidebar }) {
  const cover = sidebar.cover.value;
  if (cover?.kind !== 'more') return null;
  const close = () => sidebar.show(undefined);
  return (
    <Menu
      label={t('more')}
      items={items(sidebar)}
      at={cover.at}
      onClose={close}
      above={<ReminderLine sidebar={sidebar} onClose={close} />}
    />
  );
}

function items(sidebar: Sidebar): MenuItem[] {
  const { undo, redo } = sidebar.overview.peek() ?? {};
  const again = (name: string, title: string) => `${nameOfDeed(name)} · ${displayText(title).slice(0, 30)}`;
  const entries: (MenuItem | false | undefined)[] = [
    { name: t('key_capture'), keys: 'c', icon: 'plus', onPick: () => void run(sidebar, 'page.capture', {}) },
    undo && {
      name: t('menu_undo', again(undo.name, undo.title)),
      keys: 'u',
      icon: 'undo',
      onPick: () => void run(sidebar, 'undo', {}),
    },
    redo && {
      name: t('menu_redo', again(redo.name, redo.title)),
      icon: 'history',
      onPick: () => void run(sidebar, 'redo', {}),
    },
    {
      name: t('menu_help'),
      keys: '?',
      icon: 'list',
      startsGroup: true,
      onPick: () => sidebar.show({ kind: 'help' }),
    },
    {
      name: t('menu_settings'),
      icon: 'settings',
      onPick: () => void run(sidebar, 'desk.open', { place: 'settings' }),
    },
    lockOf(sidebar).peek()?.isSet && {
      name: t('lock_now'),
      icon: 'lock',
      onPick: () => void run(sidebar, 'lock.now', {}),
    },
  ];
  return entries.filter((entry) => typeof entry === 'object');
}
