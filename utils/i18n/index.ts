/** Words. Everything a person reads comes from the catalogue in public/_locales. */
import { browser } from '@/utils/browser';
import type messages from '@/public/_locales/en/messages.json';
import type { ChosenLanguage } from './chosen-language';

export type MessageKey = keyof typeof messages;
type PluralKey = MessageKey extends infer K ? (K extends `${infer Base}_other` ? Base : never) : never;
type Value = string | number;

/** What the person chose in place of the browser's language. */
let chosen: ChosenLanguage | undefined;
/** Wanted last: one that takes longer to fetch must not come after it. */
let latest = 'auto';

/** The message in the person's language; `values` fill $1, $2 …. */
export function t(key: MessageKey, ...values: Value[]): string {
  const texts = values.map(String);
  return chosen?.say(key, texts) || browser.i18n.getMessage(key, texts);
}

/** The message for a count, by the language's plural rules: keys end in _one, _few, … _other. The count is $1. */
export function tCount(key: PluralKey, count: number, ...values: Value[]): string {
  const category = new Intl.PluralRules(language()).select(count);
  // A language may lack the rarer forms; `_other` always exists by the type of the key.
  const say = (form: string) => t(`${key}_${form}` as MessageKey, formatNumber(count), ...values);
  return say(category) || say('other');
}

/** BCP 47 tag of the language in use. */
export const language = (): string => chosen?.tag ?? browser.i18n.getUILanguage();

/** A number as people write it. Below 1000 every language we speak writes it alike: a formatter costs more than a row. */
export const formatNumber = (count: number): string =>
  Number.isInteger(count) && Math.abs(count) < 1_000
    ? String(count)
    : new Intl.NumberFormat(language()).format(count);

/** "ltr" or "rtl", for the `dir` of a page. */
export function direction(): 'ltr' | 'rtl' {
  if (chosen) return chosen.direction;
  return browser.i18n.getMessage('@@bidi_dir') === 'rtl' ? 'rtl' : 'ltr';
}

/** Speak a chosen language instead of the browser's; "auto" goes back. Most people never choose: it is fetched for those who do. */
export async function speak(wanted: string): Promise<void> {
  latest = wanted;
  const spoken =
    wanted === 'auto'
      ? undefined
      : await import('./chosen-language').then((room) => room.chosenLanguage(wanted));
  if (latest === wanted) chosen = spoken;
}
