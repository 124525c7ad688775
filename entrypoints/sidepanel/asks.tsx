import { BlockForm } from './block-form';
import { rowMenu, snoozeMenu, stateMenu } from './item-menus';
import { Menu } from '@/components/ui/menu';
import { Panel } from '@/components/ui/panel';
import { t } from '@/utils/i18n';
import { displayText } from '@/utils/model/display-text';
import { MergeForm } from './merge-form';
import type { Ask } from './in-front';
import type { Sidebar } from './sidebar';
import { SnoozeDay } from './snooze-day';
import { WaitForm } from './wait-form';
import './asks.css';

/** What is asked in front of the list, about one item: a menu or a short form beside its row. */
export function Asks({ sidebar }: { sidebar: Sidebar }) {
  const ask = sidebar.ask.value;
  if (!ask) return null;
  const close = () => sidebar.putAsk(undefined);
  const name = displayText(ask.row.title);
  switch (ask.kind) {
    case 'row':
      return <Menu label={name} items={rowMenu(sidebar, ask)} at={ask.at} onClose={close} />;
    case 'state':
      return (
        <Menu label={t('ask_state', name)} items={stateMenu(sidebar, ask)} at={ask.at} onClose={close} />
      );
    case 'snooze':
      return (
        <Menu label={t('ask_snooze', name)} items={snoozeMenu(sidebar, ask)} at={ask.at} onClose={close} />
      );
    case 'snoozeDay':
    case 'wait':
    case 'block':
    case 'merge':
      return (
        <Panel label={formName(ask)} at={ask.at} onClose={close}>
          <p class="ask-name">{formName(ask)}</p>
          <Form sidebar={sidebar} ask={ask} close={close} />
        </Panel>
      );
  }
}

function formName({ kind, row }: Ask): string {
  const name = displayText(row.title);
  if (kind === 'wait') return t('ask_wait');
  if (kind === 'block') return t('ask_block');
  return kind === 'merge' ? t('ask_merge', name) : t('ask_snooze_day');
}

function Form({ sidebar, ask, close }: { sidebar: Sidebar; ask: Ask; close: () => void }) {
  const { row } = ask;
  if (ask.kind === 'wait') return <WaitForm sidebar={sidebar} row={row} onClose={close} />;
  if (ask.kind === 'block') return <BlockForm sidebar={sidebar} row={row} onClose={close} />;
  if (ask.kind === 'merge')
    return <MergeForm sidebar={sidebar} row={row} other={ask.other} onClose={close} />;
  return <SnoozeDay sidebar={sidebar} row={row} onClose={close} />;
}
