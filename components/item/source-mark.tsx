import { signal } from '@preact/signals';
import { displayText } from '@/utils/model/display-text';
import './source-mark.css';

const oddNames = signal<Readonly<Record<string, string>>>({});

/** Tells the names that are not their product's words with capitals: a surface's first frame does without them. */
export const tellToolNames = (names: Readonly<Record<string, string>>): void => {
  oddNames.value = names;
};

/** Letters that are not the first of the name's last word, so that tools of one letter differ. */
const LETTERS: Record<string, string> = {
  ...{ github: 'H', gitlab: 'L', roundcube: 'M', slack: '#', 'google-slides': 'P' },
};

/**
 * The tool's name; the host without its port where no recogniser knows the tool. Letters of other alphabets look like
 * ours: a host that has some is shown as the network asks for it ("xn--pple-43d"), with a mark (safety, TX-03).
 */
export const toolName = (product: string, host: string): string =>
  displayText(
    product === 'web'
      ? host.replace(/:\d+$/, '').replace(/xn--|[^ -~]/, '⚠ $&')
      : (oddNames.value[product] ??
          product.replaceAll('-', ' ').replace(/\b\w/g, (letter) => letter.toUpperCase())),
  );

/** A tile with the tool's letter, for the end of a row. Says the tool's name to those who listen. */
export function SourceMark({ product, host }: { product: string; host: string }) {
  const name = toolName(product, host);
  const letter =
    LETTERS[product] ??
    name
      .replace(/^www\.|.* /, '')
      .charAt(0)
      .toUpperCase();
  return (
    <span class={`source-mark source-mark-${product}`} role="img" aria-label={name} title={name}>
      {letter}
    </span>
  );
}
