import { Icon } from '@/components/icons/icon';
import { StateMark } from '@/components/icons/state-mark';
import { doubtText } from '@/components/item/doubt';
import { driftText } from '@/components/item/row-facts';
import { Button } from '@/components/ui/button';
import { Kbd } from '@/components/ui/kbd';
import { t } from '@/utils/i18n';
import type { CheckReason } from '@/utils/model/draft';
import { displayText } from '@/utils/model/display-text';
import type { Drift, ItemRow } from '@/utils/model/row';
import { perform } from './commands';
import type { PopupState } from './popup-state';

/** What the capture of this opening came to, with its undo. */
export function Captured({ popup }: { popup: PopupState }) {
  const outcome = popup.captured.value?.outcome;
  if (!outcome) return null;
  return (
    <p class="notice notice-good">
      <Icon name="plus" />
      <span>{capturedWords(outcome)}</span>
    </p>
  );
}

function capturedWords(outcome: string): string {
  if (outcome === 'same') return t('popup_captured_same');
  if (outcome === 'changed') return t('popup_captured_changed');
  return outcome === 'restored' ? t('popup_captured_restored') : t('popup_captured');
}

type DoubtProps = { popup: PopupState; row: ItemRow; reason: CheckReason };

export function Doubt({ popup, row, reason }: DoubtProps) {
  const confirm = () => void perform(popup, 'item.edit', { id: row.id, changes: { check: null } });
  return (
    <div class="notice notice-soon">
      <Icon name="warning" />
      <span>{doubtText(reason)}</span>
      <Button look="plain" onPress={confirm}>
        {t('popup_title_right')}
      </Button>
    </div>
  );
}

/** The tool says something else than the inventory; the key agrees with it. */
export function DriftLine({ drift }: { drift: Omit<Drift, 'sinceDay'> }) {
  return (
    <p class={drift.over ? 'notice notice-good' : 'notice notice-soon'}>
      <StateMark mark={drift.over ? 'done' : 'started'} />
      <span>{driftText(drift)}</span>
      <Kbd keys={drift.over ? 'd' : 's'} />
    </p>
  );
}

type NamedProps = { row: ItemRow; onAttach: () => void };

/** The page names an item that is in the inventory already. */
export function Named({ row, onAttach }: NamedProps) {
  return (
    <Button icon="merge" shortcut="a" onPress={onAttach}>
      <bdi>{t('popup_attach', displayText(row.source?.label ?? row.title))}</bdi>
    </Button>
  );
}
