import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import { ItemRow } from '@/components/item/item-row';
import type { Day } from '@/utils/model/day';
import type { ItemId } from '@/utils/model/ids';
import type { ItemRow as Row } from '@/utils/model/row';
import { bringIntoView, useRowsSeen } from './use-rows-seen';
import { ROW_HEIGHT } from './window';
import './priority-list.css';

type Props = {
  /** Unique on the page. */
  name: string;
  label: string;
  rows: readonly Row[];
  today: Day;
  chosen?: ItemId | undefined;
  showScore?: boolean;
  /** Row that is being dragged, and the place where it would land. */
  dragged?: ItemId | undefined;
  dropPlace?: number | undefined;
  /** The last loaded row is near: more may be loaded. */
  onNearEnd?: () => void;
  /** Rows of other lists above this one: so many less of its own are painted first. */
  rowsAbove?: number;
};

/** The id of a row's element: what `aria-activedescendant` points to. */
export const rowElementId = (list: string, id: ItemId): string => `row-${list}-${id}`;

/** Rows from the end at which more is asked for. */
const NEAR_END = 20;

/**
 * A list of rows, of which only those that are seen exist: 100,000 cost what 1,000 cost.
 * The list itself holds the focus and names the chosen row; moving the choice is the caller's, as is hearing presses
 * on rows (`listenToRows`).
 */
export function PriorityList(props: Props) {
  const { name, rows, chosen, onNearEnd } = props;
  const ref = useRef<HTMLDivElement>(null);
  const { from, to } = useRowsSeen(ref, rows.length, props.rowsAbove ?? 0);
  const place = chosen === undefined ? -1 : rows.findIndex((row) => row.id === chosen);
  useLayoutEffect(() => {
    if (ref.current && place >= 0) bringIntoView(ref.current, place);
    // Only a new choice scrolls: a chosen row that moves by itself does not drag the view along.
    // eslint-disable-next-line react/exhaustive-deps
  }, [chosen]);
  const isNearEnd = to > rows.length - NEAR_END;
  useEffect(() => {
    if (isNearEnd) onNearEnd?.();
  }, [isNearEnd, rows.length, onNearEnd]);
  return (
    <div
      ref={ref}
      class="priority-list"
      role="listbox"
      tabIndex={0}
      data-rows={name}
      aria-label={props.label}
      aria-activedescendant={
        place >= 0 ? rowElementId(name, rows[place]!.id) : undefined /* place was found */
      }
      style={{ blockSize: `${rows.length * ROW_HEIGHT}px` }}
    >
      {numbersSeen(from, to, place).map((number) => (
        <Option key={rows[number]!.id /* numbers are below the count */} list={props} number={number} />
      ))}
      {props.dropPlace !== undefined && (
        <div class="priority-list-drop" style={{ insetBlockStart: `${props.dropPlace * ROW_HEIGHT}px` }} />
      )}
    </div>
  );
}

/** The chosen row always exists, so that what has the focus is never taken away by scrolling. */
function numbersSeen(from: number, to: number, place: number): number[] {
  const seen = Array.from({ length: to - from }, (_, offset) => from + offset);
  return place < 0 || (place >= from && place < to) ? seen : [...seen, place];
}

function Option({ list, number }: { list: Props; number: number }) {
  const row = list.rows[number]!; // the caller passes numbers below the count
  return (
    <div
      class={`priority-list-row ${row.id === list.dragged ? 'priority-list-dragged' : ''}`}
      id={rowElementId(list.name, row.id)}
      role="option"
      aria-selected={row.id === list.chosen}
      aria-setsize={list.rows.length}
      aria-posinset={number + 1}
      data-id={row.id}
      style={{ transform: `translateY(${number * ROW_HEIGHT}px)` }}
    >
      <ItemRow row={row} today={list.today} showScore={list.showScore ?? false} />
    </div>
  );
}
