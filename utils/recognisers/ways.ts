import type { Source, Way } from '@/utils/model/draft';
import type { SourceKey } from '@/utils/model/ids';
import { cut, LIMITS } from '@/utils/model/limits';
import { keyOf } from './addresses';
import { textWay } from './ask';
import { attempt } from './attempt';
import type { Sight } from './witnesses';

/**
 * Further names of the item, which outlive its address, and further ways back to it; with a selection also the way
 * to its words.
 */
export function waysOf(
  { page, tool, identity }: Sight,
  source: Source,
  selected: string,
  isSure: boolean,
): { aliases: SourceKey[]; ways: Way[] } {
  const names = (isSure && attempt(() => tool?.aliases?.(page, identity))) || [];
  const told = attempt(() => tool?.ways?.(page, identity)) ?? [];
  const alias = (name: string) => keyOf(source.product, source.host, '', cut(name, LIMITS.nativeId));
  const keys = names.filter((name) => name !== '').map(alias);
  const ways = [
    ...told.filter(({ url }) => isWeb(url)),
    ...(selected === '' ? [] : textWay(identity.url, selected)),
  ];
  return {
    aliases: [...new Set(keys)].filter((key) => key !== source.key).slice(0, LIMITS.aliases),
    ways: ways.slice(0, LIMITS.ways),
  };
}

const isWeb = (url: string): boolean =>
  url.length <= LIMITS.url && /^https?:$/.test(URL.parse(url)?.protocol ?? '');
