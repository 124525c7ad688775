/** Stands where a character was left out, so that nobody is shown a text that is silently not the original. */
export const LEFT_OUT = '\uFFFD';

/** Blank characters that would break a line or leave a hole: shown as one space. */
const BREAKS = /[\t\n\v\f\r\u0085\u2028\u2029]+/g;
/** C0 and C1 controls, marks that turn the direction of what follows, and characters without a shape. */
const HIDDEN =
  /[\p{Cc}\u00AD\u061C\u180E\u200B-\u200F\u202A-\u202E\u2060-\u206F\uFEFF\uFFF9-\uFFFB\u{E0000}-\u{E0FFF}]+/gu;
/** A joiner inside an emoji, or where Arabic and Indic spelling needs one; the tags that make a flag. */
const MEANT =
  /(?<=[\p{Extended_Pictographic}\uFE0F\p{Emoji_Modifier}])\u200D(?=\p{Extended_Pictographic})|(?<=[\p{L}\p{M}])[\u200C\u200D](?=\p{L})|(?<=\u{1F3F4})[\u{E0020}-\u{E007E}]{1,8}\u{E007F}/gu;
/** Letters of scripts in which a joiner between letters changes nothing but hides: there it is left out. */
const PLAIN_SCRIPTS = /[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}]/u;

/**
 * A text from elsewhere as it may stand among our own words: without characters that turn the reading
 * direction, hide or control; each run of them becomes one `LEFT_OUT`. Emoji sequences and the joiners that
 * Persian or Hindi are written with stay. The original is kept in the inventory (reference: safety, TX-01, TX-02).
 */
export function displayText(text: string): string {
  const kept: { from: number; to: number }[] = [];
  for (const { index, 0: found } of text.matchAll(MEANT)) {
    const before = text.charAt(index - 1);
    if (/[\u200C\u200D]/.test(found) && PLAIN_SCRIPTS.test(before)) continue;
    kept.push({ from: index, to: index + found.length });
  }
  let shown = '';
  let from = 0;
  for (const keep of kept) {
    shown += clean(text.slice(from, keep.from)) + text.slice(keep.from, keep.to);
    from = keep.to;
  }
  return shown + clean(text.slice(from));
}

const clean = (part: string): string => part.replace(BREAKS, ' ').replace(HIDDEN, LEFT_OUT);
