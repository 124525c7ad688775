import type { Day } from '@/utils/model/day';
import type { Draft, Source } from '@/utils/model/draft';
import type { Lesson } from '@/utils/model/lesson';
import { cut, LIMITS } from '@/utils/model/limits';
import { readable } from './addresses';
import { attempt } from './attempt';
import { agree, isLeftOver, type Agreed, type Evidence, type Previous } from './agreement';
import { readFields, type FieldReading } from './fields';
import { type ApplyLessons, NOTHING_TAUGHT, withTaught } from './taught';
import { readMentions } from './mentions';
import type { TitleWitness } from './recogniser';
import { tidy } from './title-text';
import { waysOf } from './ways';
import { hear, type Sight } from './witnesses';

export type Options = {
  /** What the person has selected in the page. */
  selection?: string | undefined;
  /** The page that this tab showed before, to notice a title that was left over from it. */
  previous?: Previous | undefined;
  /**
   * The page was seen to belong to its address: it was loaded there, or has stood still since it went there. Without
   * this, what two places say is not sure where nothing ties them to the item: a single-page application may still
   * show the item before.
   */
  isSettled?: boolean | undefined;
  /** Products whose tools the person switched off: their pages are read like any other. */
  without?: readonly string[] | undefined;
  /** What the person taught about where fields stand; those for other pages are passed over. */
  lessons?: readonly Lesson[] | undefined;
  /** What applies them; `recognise` brings it, a page's script only where something was taught. */
  applyLessons?: ApplyLessons | undefined;
  /** The day it is for the person: what "tomorrow" in a selected sentence counts from. */
  today?: Day | undefined;
};

/** The draft of what a page shows: its title with the reason why it is not sure, its fields, and who said what. */
export function assemble(sight: Sight, source: Source, kind: Draft['page'], options: Options): Draft {
  const { lessons = [], applyLessons } = options;
  const taught = applyLessons?.(sight.page, lessons, source) ?? NOTHING_TAUGHT;
  const heard = hear(sight, taught.titles);
  const { witnesses, evidence } = withoutLeftOver(
    heard.witnesses,
    heard.evidence,
    source.key,
    options.previous,
  );
  const selected = tidy((options.selection ?? '').slice(0, LIMITS.excerpt * 2));
  const isSettled = options.isSettled === true || sight.tool === undefined;
  const agreed = withSelection(agree(witnesses, evidence, isSettled), selected);
  const title = cut(
    agreed.title ?? sight.identity.label ?? readable(new URL(sight.identity.url)),
    LIMITS.title,
  );
  const isForeign = isOthers(sight, evidence, agreed);
  const read = isForeign ? NOTHING : withTaught(readFields(sight, title), taught);
  // Another name makes two items one: it is taken only where the page is surely this item's.
  const { aliases, ways } = isForeign ? NO_WAYS : waysOf(sight, source, selected, agreed.check === undefined);
  const mentions =
    isForeign || kind === 'list' ? undefined : attempt(() => readMentions(sight, source, title));
  return {
    title,
    url: cut(sight.identity.url, LIMITS.url),
    source,
    page: kind,
    ...read.fields,
    ...(selected !== '' && { excerpt: cut(selected, LIMITS.excerpt) }),
    ...(ways.length > 0 && { ways }),
    ...(aliases.length > 0 && { aliases }),
    ...(agreed.check && { check: agreed.check }),
    ...(mentions && { mentions }),
    ...(!isForeign && taught.results.length > 0 && { lessons: taught.results }),
    witnesses: [...titleWitnesses(sight, witnesses), ...read.witnesses].slice(0, LIMITS.witnesses),
  };
}

const NO_WAYS = { aliases: [], ways: [] };
const NOTHING: FieldReading = { fields: {}, witnesses: [] };

/** Is the page, for all it shows, another item's? Then its fields are not this item's either. */
function isOthers({ tool }: Sight, evidence: Evidence, { check }: Agreed): boolean {
  if (check === 'stale-page') return true;
  return tool !== undefined && (evidence === 'against' || (evidence === 'both' && check !== undefined));
}

/** Without the witnesses that repeat the title of the page before; when they were all, the page is that page's. */
function withoutLeftOver(
  witnesses: TitleWitness[],
  evidence: Evidence,
  key: string,
  previous: Previous | undefined,
): { witnesses: TitleWitness[]; evidence: Evidence } {
  const fresh = witnesses.filter(({ title, bound }) => bound === true || !isLeftOver(title, key, previous));
  if (fresh.length === witnesses.length) return { witnesses, evidence };
  return { witnesses: fresh, evidence: fresh.some(({ from }) => from !== 'url') ? 'both' : 'against' };
}

/** Where nothing else gives a title, the first words that the person selected do. */
function withSelection(agreed: Agreed, selected: string): Agreed {
  if (agreed.check !== 'no-title' || selected === '') return agreed;
  return { title: cut(selected, 120), check: 'one-witness' };
}

function titleWitnesses({ identity }: Sight, witnesses: TitleWitness[]): Draft['witnesses'] {
  const named = {
    field: 'identity',
    from: 'url',
    value: cut(identity.label ?? identity.nativeId, LIMITS.title),
  };
  const titles = witnesses.map(({ from, title }) => ({
    field: 'title',
    from,
    value: cut(title, LIMITS.title),
  }));
  return [named, ...titles.slice(0, LIMITS.witnesses - 10)];
}
