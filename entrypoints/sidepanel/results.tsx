import { useEffect, useState } from 'preact/hooks';
import { PriorityList } from '@/components/priority-list/priority-list';
import { Chip } from '@/components/ui/chip';
import { Kbd } from '@/components/ui/kbd';
import { NotSavedLine, type NotSaved } from '@/components/ui/not-saved';
import { t, tCount } from '@/utils/i18n';
import { displayText } from '@/utils/model/display-text';
import { ask } from './by-key';
import type { Sidebar } from './sidebar';
import { useUnderstood, type Understood } from './understood';
import './results.css';

/** The longest text that is searched for; the rest of a long line is only added. */
const SEARCHED = 200;

/** While something stands in the line: what Enter would add, and what is there already. */
export function Results({ sidebar }: { sidebar: Sidebar }) {
  const line = sidebar.line.value;
  const understood = useUnderstood(line, sidebar.today.value);
  const [problem, setProblem] = useState<NotSaved | undefined>();
  const settle = (left: NotSaved | undefined) => {
    setProblem(left);
    if (!left) sidebar.clearLine();
  };
  const add = async () => settle(await sidebar.save('item.add', understood.item));
  useEffect(() => {
    const text = line.trim().slice(0, SEARCHED);
    return sidebar.wire.watch('search', { text }, ({ rows }) => sidebar.find(rows));
  }, [line, sidebar]);
  useEffect(() => () => sidebar.find(undefined), [sidebar]);
  useEnter(add);
  return (
    <>
      <AddLine understood={understood} onAdd={() => void add()} />
      {problem && (
        <div class="results-problem">
          <NotSavedLine problem={problem} onChange={settle} />
        </div>
      )}
      <Found sidebar={sidebar} />
    </>
  );
}

/** The line's own Enter: with the focus in the line nothing is chosen, so it adds. */
function useEnter(add: () => Promise<void>): void {
  useEffect(() => {
    const stop = new AbortController();
    document.querySelector<HTMLInputElement>('#line')?.addEventListener(
      'keydown',
      (event) => {
        if (event.key !== 'Enter' || event.isComposing || event.repeat) return;
        event.preventDefault();
        void add();
      },
      { signal: stop.signal },
    );
    return () => stop.abort();
  });
}

function AddLine({ understood, onAdd }: { understood: Understood; onAdd: () => void }) {
  const back = () => document.querySelector<HTMLInputElement>('#line')?.focus();
  return (
    <div class="add-line">
      <button type="button" class="add-button" onClick={onAdd}>
        <span class="add-words">
          {t('add_this')} <bdi dir="auto">{displayText(understood.title)}</bdi>
        </span>
        <Kbd keys="↵" />
      </button>
      {understood.chips.length > 0 && (
        <div class="add-chips" role="group" aria-label={t('add_understood')}>
          {understood.chips.map((chip) => (
            <Chip
              key={chip.words}
              removeLabel={t('chip_take_back', chip.words)}
              onRemove={() => {
                chip.takeBack();
                back();
              }}
            >
              <bdi>{chip.words}</bdi>
            </Chip>
          ))}
        </div>
      )}
    </div>
  );
}

function Found({ sidebar }: { sidebar: Sidebar }) {
  const [isInList, setInList] = useState(false);
  const rows = sidebar.results.value;
  const chosen = sidebar.chosen.value;
  if (!rows) return null;
  return (
    <section id="results" aria-labelledby="results-heading">
      <h2 id="results-heading" class="results-heading" aria-live="polite">
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
            onChoose={(id) => sidebar.choose('results', id)}
            onOpen={(id) => sidebar.show({ kind: 'card', id })}
            onMenu={(id, what, at) => {
              const row = rows.find((each) => each.id === id);
              if (row) ask(sidebar, what, row, at);
            }}
          />
        )}
      </div>
    </section>
  );
}
