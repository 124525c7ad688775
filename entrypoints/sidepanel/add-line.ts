import type { NotSaved } from '@/components/ui/not-saved';
import { language } from '@/utils/i18n';
import type { Day } from '@/utils/model/day';
import type * as QuickAddRoom from '@/utils/quick-add';
import type { Chip, QuickItem } from '@/utils/quick-add';
import { save } from './saving';
import type { Sidebar } from './sidebar';

export type Reader = typeof QuickAddRoom;

/** The reader of lines. Heavy by its date library: fetched with the first letter. */
export const fetchReader = (): Promise<Reader> => import('@/utils/quick-add');

/** What a line says: the item that it would become, and the chips that are not taken back. */
export function readLine(
  reader: Reader,
  line: string,
  today: Day,
  takenBack: ReadonlySet<string>,
): { item: QuickItem; chips: Chip[] } {
  const read = reader.parseQuickAdd(line, { today, language: language() });
  const off = new Set(read.chips.flatMap((chip, place) => (takenBack.has(nameOf(chip)) ? [place] : [])));
  const chips = read.chips.filter((_, place) => !off.has(place));
  return { item: reader.newItemFrom(line, read, off), chips };
}

/** A chip is known by its words: it stays taken back while the line around it goes on. */
export const nameOf = ({ kind, text }: Chip): string => `${kind} ${text}`;

let isAdding = false;

/** Adds what stands in the line now, once. What was not saved stays in the line, with the reason below it. */
export async function addLine(sidebar: Sidebar): Promise<void> {
  const line = sidebar.line.peek();
  if (isAdding || line.trim() === '') return;
  isAdding = true;
  try {
    const { item } = readLine(await fetchReader(), line, sidebar.today.peek(), sidebar.takenBack.peek());
    settleLine(sidebar, await save(sidebar, 'item.add', item));
  } finally {
    isAdding = false;
  }
}

/** The line is done when nothing is left to save. */
export function settleLine(sidebar: Sidebar, problem: NotSaved | undefined): void {
  if (problem) sidebar.lineProblem.value = problem;
  else sidebar.clearLine();
}

/** The words of a chip are only words again. */
export function takeBack(sidebar: Sidebar, chip: Chip): void {
  sidebar.takenBack.value = new Set([...sidebar.takenBack.peek(), nameOf(chip)]);
}
