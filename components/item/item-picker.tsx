import { useEffect, useState } from 'preact/hooks';
import { markOf, StateMark } from '@/components/icons/state-mark';
import { t } from '@/utils/i18n';
import { displayText } from '@/utils/model/display-text';
import type { ItemRow } from '@/utils/model/row';
import './item-picker.css';

/** Searches while `take` wants to hear; gives how to stop. */
export type Search = (text: string, take: (rows: readonly ItemRow[]) => void) => () => void;

type Props = {
  label: string;
  search: Search;
  /** Not offered: the item that asks. */
  except: string;
  onPick: (row: ItemRow) => void;
  /** Enter with no item chosen; absent where only an item will do. */
  onText?: (text: string) => void;
};

const SHOWN = 6;

/** A field that finds an item while one types: arrows choose, Enter takes. */
export function ItemPicker({ label, search, except, onPick, onText }: Props) {
  const [text, setText] = useState('');
  const [found, setFound] = useState<readonly ItemRow[]>([]);
  const [place, setPlace] = useState(-1);
  const list = `found-for-${except}`;
  useEffect(() => {
    setPlace(-1);
    if (text.trim() === '') {
      setFound([]);
      return undefined;
    }
    return search(text, (rows) => setFound(rows.filter((row) => row.id !== except).slice(0, SHOWN)));
  }, [text, search, except]);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.isComposing) return;
    const chosen = found[place];
    if (event.key === 'ArrowDown') setPlace(Math.min(found.length - 1, place + 1));
    else if (event.key === 'ArrowUp') setPlace(Math.max(-1, place - 1));
    else if (event.key === 'Enter' && chosen) onPick(chosen);
    else if (event.key === 'Enter' && text.trim() !== '') onText?.(text.trim());
    else return;
    event.preventDefault();
  };
  return (
    <div class="item-picker">
      <input
        class="input"
        type="text"
        role="combobox"
        autocomplete="off"
        maxLength={200}
        aria-label={label}
        aria-expanded={found.length > 0}
        aria-controls={list}
        aria-activedescendant={place >= 0 ? `${list}-${place}` : undefined}
        placeholder={t('picker_placeholder')}
        value={text}
        onInput={(event) => setText(event.currentTarget.value)}
        onKeyDown={onKeyDown}
      />
      <Found id={list} label={label} rows={found} place={place} onPick={onPick} />
    </div>
  );
}

type FoundProps = {
  id: string;
  label: string;
  rows: readonly ItemRow[];
  place: number;
  onPick: (row: ItemRow) => void;
};

function Found({ id, label, rows, place, onPick }: FoundProps) {
  return (
    <div id={id} role="listbox" aria-label={label} class="item-picker-found" hidden={rows.length === 0}>
      {rows.map((row, number) => (
        // The field above holds the focus and has the keys: a press here is the pointer's way.
        // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus
        <div
          key={row.id}
          id={`${id}-${number}`}
          role="option"
          aria-selected={number === place}
          class="item-picker-row"
          onClick={() => onPick(row)}
        >
          <StateMark mark={markOf(row)} />
          <bdi dir="auto">{displayText(row.title)}</bdi>
        </div>
      ))}
    </div>
  );
}
