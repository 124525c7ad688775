import { useEffect, useState } from 'preact/hooks';
import { dayWord, sizeWords } from '@/components/item/day-words';
import { language, t } from '@/utils/i18n';
import type { Day } from '@/utils/model/day';
import { displayText } from '@/utils/model/display-text';
import type * as QuickAddRoom from '@/utils/quick-add';
import type { Chip, QuickAdd, QuickItem } from '@/utils/quick-add';

type Reader = typeof QuickAddRoom;

/** What quick add understood of the line, which of it was taken back, and the item that Enter would add. */
export type Understood = {
  /** The title that the item would have. */
  title: string;
  chips: { words: string; takeBack: () => void }[];
  item: QuickItem;
};

/** Reads the line as it is typed. The reader is heavy by its date library: it is fetched with the first letter. */
export function useUnderstood(line: string, today: Day): Understood {
  const [reader, setReader] = useState<Reader | undefined>();
  const [takenBack, setTakenBack] = useState<ReadonlySet<string>>(new Set());
  useEffect(() => {
    void import('@/utils/quick-add').then((room) => setReader(() => room));
  }, []);
  const read: QuickAdd = reader?.parseQuickAdd(line, { today, language: language() }) ?? {
    title: line.trim(),
    chips: [],
  };
  // A chip is known by its words: it stays taken back while the line around it goes on.
  const nameOf = ({ kind, text }: Chip) => `${kind} ${text}`;
  const off = new Set(read.chips.flatMap((chip, place) => (takenBack.has(nameOf(chip)) ? [place] : [])));
  const item = reader?.newItemFrom(line, read, off) ?? { title: read.title };
  const chips = read.chips
    .filter((_, place) => !off.has(place))
    .map((chip) => ({
      words: chipWords(chip, today),
      takeBack: () => setTakenBack((names) => new Set([...names, nameOf(chip)])),
    }));
  return { title: item.title, chips, item };
}

function chipWords(chip: Chip, today: Day): string {
  switch (chip.kind) {
    case 'due':
      return t('row_due', dayWord(chip.value, today));
    case 'plan':
      return t('chip_plan');
    case 'importance':
      return t(`importance_${chip.value}`);
    case 'tag':
      return `#${displayText(chip.value)}`;
    case 'person':
      return t('row_for', displayText(chip.value));
    case 'waitOn':
      return t('reason_waiting_on', displayText(chip.value));
    case 'owner':
      return t('chip_owner', displayText(chip.value));
    case 'size':
      return sizeWords(chip.value);
  }
}
