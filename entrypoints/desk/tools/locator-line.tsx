import { locatorWords } from '@/components/item/locator-words';
import { Button } from '@/components/ui/button';
import { t } from '@/utils/i18n';
import type { Locator } from '@/utils/model/lesson';

type Props = {
  locator: Locator;
  /** The last one cannot go: then the lesson does. */
  isOnly: boolean;
  /** The locator as changed, or undefined to take it out. */
  onChange(locator: Locator | undefined): void;
};

/** One way to find a field again: as a sentence, with the text that it goes by, which can be changed. */
export function LocatorLine({ locator, isOnly, onChange }: Props) {
  const text = textOf(locator);
  return (
    <li class="locator">
      <span>{locatorWords(locator)}</span>
      {text !== undefined && (
        <input
          class="input"
          value={text}
          maxLength={80}
          aria-label={t('lessons_change_text', locatorWords(locator))}
          onChange={(event) => {
            const changed = event.currentTarget.value.trim();
            if (changed === '') event.currentTarget.value = text;
            else if (changed !== text) onChange(withText(locator, changed));
          }}
        />
      )}
      {!isOnly && <Button onPress={() => onChange(undefined)}>{t('lessons_remove')}</Button>}
    </li>
  );
}

function textOf(locator: Locator): string | undefined {
  if (locator.by === 'attribute') return locator.value;
  return locator.by === 'role' ? locator.name : locator.text;
}

function withText(locator: Locator, text: string): Locator {
  if (locator.by === 'attribute') return { ...locator, value: text };
  return locator.by === 'role' ? { ...locator, name: text } : { ...locator, text };
}
