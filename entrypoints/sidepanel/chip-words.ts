import { dueText } from '@/components/item/reason';
import { sizeWords } from '@/components/item/time-words';
import { t } from '@/utils/i18n';
import type { Day } from '@/utils/model/day';
import { displayText } from '@/utils/model/display-text';
import type { Chip } from '@/utils/quick-add';

/** What was understood by a chip, in words. */
export function chipWords(chip: Chip, today: Day): string {
  switch (chip.kind) {
    case 'due':
      return dueText(chip.value, today);
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
