/** How much of a title is compared: longer ones differ early or not at all. */
const LENGTH = 80;
/** Shorter titles ("Invoice", "Weekly call") are alike without being the same work. */
const FEWEST_LETTERS = 12;

/** What mail programs and trackers put before a title: "Re:", "AW:", "[ACME-142]", "(ACME-142)", "ACME-142:". */
const BEFORE = [
  /^(?:re|fwd?|aw|wg|antw|sv|tr)(?:\s?\[\d+\])?\s?:\s*/i,
  /^\[[^\]]{1,60}\]\s*/,
  /^\(?[a-z][a-z0-9_]{0,15}-\d{1,9}\)?(?:\s?[:–-]\s*|\s+(?=\S)|$)/i,
  /^\(?#\d{1,9}\)?(?:\s?[:–-]\s*|\s+)/,
];

/**
 * A title reduced to its first 80 letters and digits, without what is put before titles: two pieces of work whose
 * titles give the same are perhaps one. Undefined when too little is left to say so (fewer than 12 letters).
 */
export function likenessOf(title: string): string | undefined {
  const words = withoutBefore(title.normalize('NFKC').trim());
  const plain = folded(words)
    .replaceAll(/[^\p{L}\p{N}]/gu, '')
    .slice(0, LENGTH);
  return plain.replaceAll(/\P{L}/gu, '').length >= FEWEST_LETTERS ? plain : undefined;
}

/**
 * The same for the same words however their letters are encoded and cased, by Unicode alone and not by a language's own
 * rule, so that two machines agree: "İ", "ı" and "I" are "i", "ß" is "ss" (safety TX-06). Accents count.
 */
const folded = (text: string): string => text.toLowerCase().toUpperCase().toLowerCase().normalize('NFKC');

function withoutBefore(title: string): string {
  let [before, after] = ['', title];
  while (after !== before) {
    before = after;
    after = BEFORE.reduce((text, mark) => text.replace(mark, ''), before);
  }
  return after;
}
