/** Words. Everything a person reads comes from the catalogue in public/_locales. */
import { browser } from '@/utils/browser';
import type messages from '@/public/_locales/en/messages.json';

export type MessageKey = keyof typeof messages;
type PluralKey = MessageKey extends infer K ? (K extends `${infer Base}_other` ? Base : never) : never;
type Value = string | number;

type Catalogue = Record<string, { message: string; placeholders?: Record<string, { content: string }> }>;
let chosen: { language: string; catalogue: Catalogue } | undefined;

/** The message in the person's language; `values` fill $1, $2 …. */
export function t(key: MessageKey, ...values: Value[]): string {
  const texts = values.map(String);
  const entry = chosen?.catalogue[key];
  if (!entry) return browser.i18n.getMessage(key, texts);
  const named = entry.message.replace(
    /\$(\w+)\$/g,
    (all, name: string) => entry.placeholders?.[name.toLowerCase()]?.content ?? all,
  );
  const filled = named.replace(/\$(\d)/g, (_, place: string) => texts[Number(place) - 1] ?? '');
  return chosen?.language === 'pseudo' ? pseudo(filled) : filled;
}

/** The message for a count, by the language's plural rules: keys end in _one, _few, … _other. The count is $1. */
export function tCount(key: PluralKey, count: number, ...values: Value[]): string {
  const category = new Intl.PluralRules(language()).select(count);
  // A language may lack the rarer forms; `_other` always exists by the type of the key.
  const say = (form: string) => t(`${key}_${form}` as MessageKey, formatNumber(count), ...values);
  return say(category) || say('other');
}

/** BCP 47 tag of the language in use. */
export function language(): string {
  if (chosen) return chosen.language === 'pseudo' ? 'en' : chosen.language;
  return browser.i18n.getUILanguage();
}

export const formatNumber = (count: number): string => new Intl.NumberFormat(language()).format(count);

/** "ltr" or "rtl", for the `dir` of a page. */
export function direction(): 'ltr' | 'rtl' {
  if (chosen) return chosen.language === 'pseudo' ? 'rtl' : 'ltr';
  return browser.i18n.getMessage('@@bidi_dir') === 'rtl' ? 'rtl' : 'ltr';
}

/**
 * Speak a chosen language instead of the browser's; "auto" goes back. The catalogue comes out of our own package.
 * "pseudo" is English made longer and right-to-left, to see that nothing is cut off or glued to a side.
 */
export async function speak(wanted: string): Promise<void> {
  if (wanted === 'auto') {
    chosen = undefined;
    return;
  }
  const file = browser.runtime.getURL(`_locales/${wanted === 'pseudo' ? 'en' : wanted}/messages.json`);
  // Our own catalogue, checked by tests/architecture: every entry has a message.
  const catalogue = (await (await fetch(file)).json()) as Catalogue;
  chosen = { language: wanted, catalogue };
}

const pseudo = (text: string): string => `\u202E${text}\u202C ··`;
