import { useMemo, useState } from 'preact/hooks';
import { SourceMark } from '@/components/item/source-mark';
import { momentWords } from '@/components/item/time-words';
import { Button } from '@/components/ui/button';
import { t, tCount } from '@/utils/i18n';
import { live } from '@/utils/messaging/live';
import { displayText } from '@/utils/model/display-text';
import type { Cursor, ItemRow } from '@/utils/model/row';
import type { DeskState } from '../desk-state';
import { Outcome } from '../outcome';
import './trash.css';

/** Items on a page of it: as many as a person takes in at once. */
const PAGE = 50;

/** What was deleted, newest first, when and from where; each comes back by one press, however long ago it was. */
export function Trash({ desk }: { desk: DeskState }) {
  const [before, setBefore] = useState<Cursor[]>([]);
  const after = before.at(-1);
  const list = useMemo(
    () => live('list', { list: 'trash', limit: PAGE, ...(after && { after }) }, undefined),
    [after],
  );
  const page = list.value;
  const next = page?.next;
  return (
    <section class="trash">
      <h1>{t('desk_trash')}</h1>
      <p class="lead">{t('trash_lead')}</p>
      {page?.rows.length === 0 && <p class="hint">{t('trash_none')}</p>}
      <ul class="trash-rows">
        {page?.rows.map((row) => (
          <TrashedRow key={row.id} row={row} desk={desk} />
        ))}
      </ul>
      <Outcome desk={desk} place="trash" />
      <div class="trash-foot">
        {page && page.rows.length > 1 && (
          <Button onPress={() => void restoreAll(desk, page.rows)}>
            {tCount('trash_restore_all', page.rows.length)}
          </Button>
        )}
        {after && <Button onPress={() => setBefore(before.slice(0, -1))}>{t('trash_newer')}</Button>}
        {next && <Button onPress={() => setBefore([...before, next])}>{t('trash_older')}</Button>}
      </div>
    </section>
  );
}

function TrashedRow({ row, desk }: { row: ItemRow; desk: DeskState }) {
  const title = displayText(row.title);
  return (
    <li>
      {row.source && <SourceMark product={row.source.product} host={row.source.host} />}
      <span class="trash-words">
        <bdi dir="auto">{title}</bdi>
        <span class="hint">
          {row.source?.label && <bdi>{displayText(row.source.label)} · </bdi>}
          {row.trashed && whenWords(row.trashed)}
        </span>
      </span>
      <Button
        icon="undo"
        label={t('trash_restore_named', title)}
        onPress={() => void desk.save('trash', 'item.restore', { id: row.id })}
      >
        {t('trash_restore')}
      </Button>
    </li>
  );
}

/** The newest first, as they stand there; stops where one is refused, which is told below. */
async function restoreAll(desk: DeskState, rows: readonly ItemRow[]): Promise<void> {
  for (const { id } of rows) if (!(await desk.save('trash', 'item.restore', { id }))) return;
}

function whenWords({ at, from }: NonNullable<ItemRow['trashed']>): string {
  const when = momentWords(at);
  switch (from) {
    case 'popup':
      return t('trash_deleted_popup', when);
    case 'panel':
      return t('trash_deleted_panel', when);
    case 'desk':
      return t('trash_deleted_desk', when);
    case undefined:
      return t('trash_deleted', when);
  }
}
