import { displayText } from '@/utils/model/display-text';
import './source-mark.css';

/** Letter, colour and name of each tool. Colours carry white letters at 4.5:1; the products' names are no words to translate. */
const TOOLS: Record<string, { letter: string; colour: string; name: string }> = {
  github: { letter: 'H', colour: '#24292f', name: 'GitHub' },
  gitlab: { letter: 'L', colour: '#c6461c', name: 'GitLab' },
  jira: { letter: 'J', colour: '#1868db', name: 'Jira' },
  redmine: { letter: 'R', colour: '#a4201f', name: 'Redmine' },
  gmail: { letter: 'G', colour: '#d03025', name: 'Gmail' },
  roundcube: { letter: 'M', colour: '#1b7f94', name: 'Roundcube' },
  'google-docs': { letter: 'D', colour: '#1967d2', name: 'Google Docs' },
  'google-sheets': { letter: 'S', colour: '#187a43', name: 'Google Sheets' },
  'google-slides': { letter: 'P', colour: '#9a6700', name: 'Google Slides' },
  confluence: { letter: 'C', colour: '#1250b5', name: 'Confluence' },
  mediawiki: { letter: 'W', colour: '#54595d', name: 'MediaWiki' },
  slack: { letter: '#', colour: '#611f69', name: 'Slack' },
};
const OTHER = '#5d636d';

/** The tool's name; the host where no recogniser knows the tool. */
export const toolName = (product: string, host: string): string =>
  TOOLS[product]?.name ?? displayText(host || product);

/** A tile with the tool's letter, for the end of a row. Says the tool's name to those who listen. */
export function SourceMark({ product, host }: { product: string; host: string }) {
  const tool = TOOLS[product];
  const name = toolName(product, host);
  const letter = tool?.letter ?? firstLetter(host);
  return (
    <span
      class="source-mark"
      role="img"
      aria-label={name}
      title={name}
      style={{ backgroundColor: tool?.colour ?? OTHER }}
    >
      {letter}
    </span>
  );
}

const firstLetter = (host: string): string => {
  const [letter = '·'] = displayText(host.replace(/^www\./, ''));
  return letter.toUpperCase();
};
