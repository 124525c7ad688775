import type { Source } from '@/utils/model/draft';
import { LIMITS } from '@/utils/model/limits';

/** "ACME-142" as trackers write it. */
const KEY = /(?<![\p{L}\p{N}_/.&#-])([A-Z][A-Z0-9]{1,9})-(\d{1,7})(?![\p{L}\p{N}_-]|\.\d)/gu;
/** What is written like a key and is none: standards, encodings, sizes, the names of things. */
const NO_KEY =
  /^(?:UTF|UCS|ISO|IEC|DIN|EN|IEEE|ANSI|ECMA|ES|RFC|BCP|PEP|WCAG|CVE|CWE|GHSA|COVID|SARS|SHA|MD|AES|RSA|DES|CRC|TLS|SSL|HTTP|HTTPS|IPV|USB|PCI|DDR|HDMI|MPEG|MP|JPEG|H|X|UTC|GMT|GPT|RTX|GTX|WPA|LTE|Q|FY|KW|CW|ITU|ICD|RAL|BOEING|AIRBUS|F|B|A\d?|DIN\d*|WINDOWS|PHP|PY)$/;
/** "owner/repo#12", "group/project!12". */
const SCOPED = /(?<![\w./&#-])([\w.-]{1,60}(?:\/[\w.-]{1,100}){1,4})([#!])(\d{1,7})(?!\w)/g;
/** "#12" alone: on a page of the same scope. */
const BARE = /(?<![\w/&#.-])([#!])(\d{1,7})(?![\w-])/g;

/** Names of items in a text, in its order, without the page's own. Pure, so that other texts can be asked too. */
export function namesIn(text: string, own: Pick<Source, 'label' | 'product'>): string[] {
  const found = [
    ...[...text.matchAll(KEY)].filter(([, prefix = '']) => !NO_KEY.test(prefix)),
    ...text.matchAll(SCOPED),
  ].map((match) => ({ name: match[0], at: match.index }));
  const scope = /^(.+\/.+)[#!&]\d+$/.exec(own.label ?? '')?.[1];
  const bare = scope === undefined ? [] : [...text.matchAll(BARE)];
  for (const [name, sigil] of bare.map((match) => [match, match[1]] as const)) {
    if (sigil === '#' || own.product === 'gitlab') found.push({ name: `${scope}${name[0]}`, at: name.index });
  }
  const self = own.label?.toLowerCase();
  const names = found.toSorted((a, b) => a.at - b.at).map(({ name }) => name);
  return [...new Set(names)].filter((name) => name.toLowerCase() !== self).slice(0, LIMITS.links);
}
