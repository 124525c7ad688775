import catalogue from '@/public/_locales/en/messages.json';

type Entry = { message: string; placeholders?: Record<string, { content: string }> };

// Chrome's format: every key holds a message and, where it has variables, its placeholders.
const entries: Record<string, Entry> = catalogue;

/**
 * What a browser's `i18n.getMessage` answers with the English catalogue: named placeholders become their
 * content, `$1` to `$9` the values, `$$` a dollar sign; an unknown key gives "".
 */
export function englishMessage(key: string, values: string | string[] = []): string {
  const entry = entries[key];
  if (!entry) return '';
  const given = Array.isArray(values) ? values : [values];
  const named = entry.message.replace(
    /\$(\w+)\$/g,
    (whole, name: string) => entry.placeholders?.[name.toLowerCase()]?.content ?? whole,
  );
  return named.replace(/\$(\$|[1-9])/g, (_whole, mark: string) =>
    mark === '$' ? '$' : (given[Number(mark) - 1] ?? ''),
  );
}
