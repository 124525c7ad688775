import type { Day } from '@/utils/model/day';
import type { Term, TermCode } from '@/utils/model/term';
import { reasonText } from '../reason';

/** A term in which two items differ, with the points each has from it; 0 where it has none. */
export type Difference = { code: TermCode; words: string; here: number; there: number };

/** The terms that make the difference between two items, largest difference first. */
export function differingTerms(here: readonly Term[], there: readonly Term[], today: Day): Difference[] {
  const codes = new Set([...here, ...there].map(({ code }) => code));
  const differences = [...codes].flatMap((code) => {
    const own = here.find((term) => term.code === code);
    const other = there.find((term) => term.code === code);
    const words = [own, other].filter((term) => term !== undefined).map((term) => reasonText(term, today));
    const points = { here: own?.points ?? 0, there: other?.points ?? 0 };
    return points.here === points.there ? [] : [{ code, words: [...new Set(words)].join(' / '), ...points }];
  });
  return differences.sort((a, b) => Math.abs(b.here - b.there) - Math.abs(a.here - a.there));
}
