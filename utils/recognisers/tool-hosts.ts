import type { Recogniser } from './recogniser';

/**
 * The tools that a host's name alone may belong to, found without asking each of them: a page links to thousands of
 * places, and there are a hundred tools. Only descriptions say their hosts; hand-written tools are asked.
 */
export function indexHosts(tools: readonly Recogniser[]): (hostname: string) => Recogniser[] {
  const exact = new Map<string, Recogniser[]>();
  const endings = new Map<string, Recogniser[]>();
  const starts: { start: string; tool: Recogniser }[] = [];
  const add = (map: Map<string, Recogniser[]>, name: string, tool: Recogniser) =>
    map.set(name, [...(map.get(name) ?? []), tool]);
  for (const tool of tools) {
    for (const host of tool.description?.hosts ?? []) {
      const [name = ''] = host.split('/');
      if (name.startsWith('*.')) add(endings, name.slice(2), tool);
      else if (name.endsWith('.*')) starts.push({ start: name.slice(0, -1), tool });
      else add(exact, name, tool);
    }
  }
  return (hostname) => [
    ...(exact.get(hostname) ?? []),
    ...endingsOf(hostname).flatMap((ending) => endings.get(ending) ?? []),
    ...starts.filter(({ start }) => hostname.startsWith(start)).map(({ tool }) => tool),
  ];
}

/** "b.c.example" and "c.example" and "example" of "a.b.c.example". */
const endingsOf = (hostname: string): string[] => {
  const parts = hostname.split('.').slice(-6);
  return parts.slice(1).map((_, place) => parts.slice(place + 1).join('.'));
};
