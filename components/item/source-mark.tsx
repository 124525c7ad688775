import { displayText } from '@/utils/model/display-text';
import './source-mark.css';

/** Names that are not their product's words with capitals. Names of products are no words to translate. */
const NAMES: Record<string, string> = { github: 'GitHub', gitlab: 'GitLab', mediawiki: 'MediaWiki' };

/** Letters that are not the first of the name's last word, so that tools of one letter differ. */
const LETTERS: Record<string, string> = {
  ...{ github: 'H', gitlab: 'L', roundcube: 'M', slack: '#', 'google-slides': 'P' },
};

/** The tool's name; the host without its port where no recogniser knows the tool. */
export const toolName = (product: string, host: string): string =>
  displayText(
    product === 'web'
      ? host.replace(/:\d+$/, '')
      : (NAMES[product] ?? product.replaceAll('-', ' ').replace(/\b\w/g, (letter) => letter.toUpperCase())),
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
