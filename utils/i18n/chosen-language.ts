import { browser } from '@/utils/browser';

/** A language of ours, spoken whatever the browser speaks. */
export type ChosenLanguage = {
  /** BCP 47. */
  tag: string;
  direction: 'ltr' | 'rtl';
  say(key: string, values: readonly string[]): string;
};

type Catalogue = Record<string, { message: string; placeholders?: Record<string, { content: string }> }>;

/**
 * A language of ours by its name; its catalogue comes out of our own package. "pseudo" is English made longer and
 * right-to-left, to see that nothing is cut off or glued to a side.
 */
export async function chosenLanguage(name: string): Promise<ChosenLanguage> {
  const isPseudo = name === 'pseudo';
  const tag = isPseudo ? 'en' : name;
  const file = browser.runtime.getURL(`_locales/${tag}/messages.json`);
  // Our own catalogue, checked by tests/architecture: every entry has a message.
  const catalogue = (await (await fetch(file)).json()) as Catalogue;
  return {
    tag,
    direction: isPseudo ? 'rtl' : 'ltr',
    say: (key, values) => {
      const text = fill(catalogue[key], values);
      return isPseudo && text ? pseudo(text) : text;
    },
  };
}

/** The message with its values; empty for a key that is not there, as the browser's own catalogue answers. */
function fill(entry: Catalogue[string] | undefined, values: readonly string[]): string {
  if (!entry) return '';
  const named = entry.message.replace(
    /\$(\w+)\$/g,
    (all, name: string) => entry.placeholders?.[name.toLowerCase()]?.content ?? all,
  );
  return named.replace(/\$(\d)/g, (_, place: string) => values[Number(place) - 1] ?? '');
}

const pseudo = (text: string): string => `\u202E${text}\u202C ··`;
