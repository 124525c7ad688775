import { markOf } from '@/components/icons/state-mark';
import { driftOfPage } from '@/components/item/page-drift';
import { StateButtons } from '@/components/item/state-buttons';
import { t } from '@/utils/i18n';
import type { ItemRow, PageView } from '@/utils/model/row';
import { setMark } from './acts';
import { AskForm } from './ask-form';
import { perform } from './commands';
import { MoreStates } from './more-states';
import { Captured, Doubt, DriftLine, Named } from './notices';
import { PageHead, Title } from './page-head';
import type { PopupState } from './popup-state';
import { StateLine } from './state-line';

type Props = { popup: PopupState; row: ItemRow; view?: Extract<PageView, { kind: 'item' }> };

/** An item of the inventory: what it is, how it stands, and its states as buttons of one key. */
export function ItemPart({ popup, row, view }: Props) {
  const today = popup.quick.value?.day;
  // Most pages link to other work; only what was captured just now may be the same as what it names.
  const isNew = popup.captured.value?.outcome === 'new';
  const drift = view ? driftOfPage(view) : row.drift;
  return (
    <>
      {row.source ? <PageHead {...row.source} title={row.title} /> : <Title title={row.title} />}
      {today && <StateLine row={row} today={today} />}
      <Captured popup={popup} />
      {row.check && <Doubt popup={popup} row={row} reason={row.check} />}
      {drift && <DriftLine drift={drift} />}
      <StateButtons
        mark={markOf(row)}
        name={t('popup_set_state')}
        onSet={(mark) => setMark(popup, row, mark)}
      />
      {popup.ask.value?.row.id === row.id ? (
        <AskForm popup={popup} />
      ) : (
        <MoreStates popup={popup} row={row} />
      )}
      {isNew && view?.also[0] && (
        <Named row={view.also[0]} onAttach={() => merge(popup, row, view.also[0])} />
      )}
    </>
  );
}

function merge(popup: PopupState, row: ItemRow, into: ItemRow | undefined): void {
  if (into) void perform(popup, 'item.merge', { from: row.id, into: into.id });
}
