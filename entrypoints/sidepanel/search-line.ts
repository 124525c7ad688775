import { signal, type ReadonlySignal, type Signal } from '@preact/signals';
import type { NotSaved } from '@/components/ui/not-saved';
import type { ItemRow } from '@/utils/model/row';
import { setterOf } from './in-front';

/** The line at the top: what stands in it, what it found, and what became of adding it. */
export type SearchLine = {
  line: ReadonlySignal<string>;
  write: (line: string) => void;
  /** Ends the search and empties the line. */
  clearLine: () => void;
  /** `undefined` while nothing is searched. */
  results: ReadonlySignal<readonly ItemRow[] | undefined>;
  find: (results: readonly ItemRow[] | undefined) => void;
  /** Chips of the line that the person took back, by name; and what kept the line from being added. */
  takenBack: Signal<ReadonlySet<string>>;
  lineProblem: Signal<NotSaved | undefined>;
};

export function createSearchLine(): SearchLine {
  const line = signal('');
  const results = signal<readonly ItemRow[] | undefined>();
  const takenBack = signal<ReadonlySet<string>>(new Set());
  const lineProblem = signal<NotSaved | undefined>();
  return {
    line,
    results,
    takenBack,
    lineProblem,
    write: setterOf(line),
    clearLine: () => {
      line.value = '';
      takenBack.value = new Set();
      lineProblem.value = undefined;
      results.value = undefined;
    },
    find: setterOf(results),
  };
}
