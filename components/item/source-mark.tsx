import { displayText } from '@/utils/model/display-text';
import './source-mark.css';

/** Letter and name of each tool; its colour stands in source-mark.css. The products' names are no words to translate. */
const TOOLS: Record<string, [letter: string, name: string]> = {
  github: ['H', 'GitHub'],
  gitlab: ['L', 'GitLab'],
  jira: ['J', 'Jira'],
  redmine: ['R', 'Redmine'],
  gmail: ['G', 'Gmail'],
  roundcube: ['M', 'Roundcube'],
  'google-docs': ['D', 'Google Docs'],
  'google-sheets': ['S', 'Google Sheets'],
  'google-slides': ['P', 'Google Slides'],
  confluence: ['C', 'Confluence'],
  mediawiki: ['W', 'MediaWiki'],
  slack: ['#', 'Slack'],
};

/** The tool's name; the host without its port where no recogniser knows the tool. */
export const toolName = (product: string, host: string): string =>
  TOOLS[product]?.[1] ?? displayText(host.replace(/:\d+$/, '') || product);

/** A tile with the tool's letter, for the end of a row. Says the tool's name to those who listen. */
export function SourceMark({ product, host }: { product: string; host: string }) {
  const name = toolName(product, host);
  const letter = TOOLS[product]?.[0] ?? firstLetter(host);
  return (
    <span class={`source-mark source-mark-${product}`} role="img" aria-label={name} title={name}>
      {letter}
    </span>
  );
}

const firstLetter = (host: string): string => {
  const [letter = '·'] = displayText(host.replace(/^www\./, ''));
  return letter.toUpperCase();
};
