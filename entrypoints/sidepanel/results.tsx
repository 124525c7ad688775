import { useEffect, useState } from 'preact/hooks';
import { PriorityList } from '@/components/priority-list/priority-list';
import { Chip } from '@/components/ui/chip';
import { Kbd } from '@/components/ui/kbd';
import { NotSavedLine } from '@/components/ui/not-saved';
import { t, tCount } from '@/utils/i18n';
import { displayText } from '@/utils/model/display-text';
import type { Chip as QuickChip } from '@/utils/quick-add';
import { addLine, fetchReader, readLine, settleLine, takeBack, type Reader } from './add-line';
import { chipWords } from './chip-words';
import type { Sidebar } from './sidebar';
import './results.css';

/** The longest text that is searched for; the rest of a long line is only added. */
const SEARCHED = 200;

/** While something stands in the line: what Enter would add, and what is there already. */
export function Results({ sidebar }: { sidebar: Sidebar }) {
  const line = sidebar.line.value;
  const problem = sidebar.lineProblem.value;
  useEffect(() => {
    const text = line.trim().slice(0, SEARCHED);
    return sidebar.wire.watch('search', { text }, ({ rows }) => sidebar.find(rows));
  }, [line, sidebar]);
  useEffect(() => () => sidebar.find(undefined), [sidebar]);
  return (
    <>
      <AddLine sidebar={sidebar} />
      {problem && (
        <div class="results-problem">
          <NotSavedLine problem={problem} onChange={(left) => settleLine(sidebar, left)} />
        </div>
      )}
      <Found sidebar={sidebar} />
    </>
  );
}

function AddLine({ sidebar }: { sidebar: Sidebar }) {
  const [reader, setReader] = useState<Reader | undefined>();
  useEffect(() => {
    void fetchReader().then((room) => setReader(() => room));
  }, []);
  const line = sidebar.line.value;
  const today = sidebar.today.value;
  const takenBack = sidebar.takenBack.value;
  const read = reader && readLine(reader, line, today, takenBack);
  return (
    <div class="add-line">
      <button type="button" class="add-button" onClick={() => void addLine(sidebar)}>
        <span class="add-words">
          {t('add_this')} <bdi dir="auto">{displayText(read?.item.title ?? line.trim())}</bdi>
        </span>
        <Kbd keys="↵" />
      </button>
      {read && read.chips.length > 0 && <Chips sidebar={sidebar} chips={read.chips} />}
    </div>
  );
}

function Chips({ sidebar, chips }: { sidebar: Sidebar; chips: readonly QuickChip[] }) {
  return (
    <fieldset class="add-chips" aria-label={t('add_understood')}>
      {chips.map((chip) => {
        const words = chipWords(chip, sidebar.today.value);
        const onRemove = () => {
          takeBack(sidebar, chip);
          document.querySelector<HTMLInputElement>('#line')?.focus();
        };
        return (
          <Chip key={chip.from} removeLabel={t('chip_take_back', words)} onRemove={onRemove}>
            <bdi>{words}</bdi>
          </Chip>
        );
      })}
    </fieldset>
  );
}

function Found({ sidebar }: { sidebar: Sidebar }) {
  const [isInList, setInList] = useState(false);
  const rows = sidebar.results.value;
  const chosen = sidebar.chosen.value;
  if (!rows) return null;
  return (
    <section id="results" aria-labelledby="results-heading">
      <h2
        id="results-heading"
        class={`results-heading ${rows.length === 0 ? 'results-none' : ''}`}
        aria-live="polite"
      >
        {rows.length === 0 ? t('results_none') : tCount('results_found', rows.length)}
      </h2>
      <div onFocusIn={() => setInList(true)} onFocusOut={() => setInList(false)}>
        {rows.length > 0 && (
          <PriorityList
            name="results"
            label={t('results_name')}
            rows={rows}
            today={sidebar.today.value}
            chosen={isInList && chosen?.place === 'results' ? chosen.id : undefined}
          />
        )}
      </div>
    </section>
  );
}
