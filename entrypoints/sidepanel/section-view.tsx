import { Icon } from '@/components/icons/icon';
import { PriorityList } from '@/components/priority-list/priority-list';
import { formatNumber, t, tCount } from '@/utils/i18n';
import type { Overview } from '@/utils/model/row';
import { Later } from './later';
import { countOf, SECTIONS, type Section } from './sections';
import type { Sidebar } from './sidebar';

type Props = { sidebar: Sidebar; section: Section };

/** One section of the list: its heading, which folds it, and its rows. Only Today is there also when it is empty. */
export function SectionView({ sidebar, section }: Props) {
  const overview = sidebar.overview.value;
  if (!overview) return null;
  const count = countOf(section, overview);
  if (count === 0 && section !== 'today') return null;
  const isFolded = sidebar.sections.folded.value.has(section);
  return (
    <section class={`section section-${section}`} data-list={section} aria-labelledby={`heading-${section}`}>
      <h2 id={`heading-${section}`}>
        <button type="button" aria-expanded={!isFolded} onClick={() => sidebar.sections.toggle(section)}>
          <span>{sectionName(section)}</span>
          <span class="section-count">{countWords(section, count, overview)}</span>
          <Icon name="fold" />
          <Aside section={section} overview={overview} />
        </button>
      </h2>
      {!isFolded && <Rows sidebar={sidebar} section={section} />}
    </section>
  );
}

function Rows({ sidebar, section }: Props) {
  const { rows, loadMore } = sidebar.sections.lists[section];
  const chosen = sidebar.chosen.value;
  const drop = sidebar.drop.value;
  if (rows.value.length === 0) return section === 'today' ? <Later part="empty" sidebar={sidebar} /> : null;
  return (
    <PriorityList
      name={section}
      label={sectionName(section)}
      rows={rows.value}
      today={sidebar.today.value}
      chosen={chosen?.place === section ? chosen.id : undefined}
      showScore={section === 'next'}
      dragged={sidebar.dragged.value}
      dropPlace={drop?.list === section ? drop.place : undefined}
      onNearEnd={loadMore}
      rowsAbove={rowsAbove(sidebar, section)}
    />
  );
}

function rowsAbove({ sections: { lists, folded } }: Sidebar, section: Section): number {
  const above = SECTIONS.slice(0, SECTIONS.indexOf(section)).filter((each) => !folded.peek().has(each));
  return above.reduce((sum, each) => sum + lists[each].rows.peek().length, 0);
}

/** At the end of the heading: what is out of the ordinary, or by what the rows are ordered. */
function Aside({ section, overview }: { section: Section; overview: Overview }) {
  const { counts, todayLimit } = overview;
  const over = counts.today - todayLimit;
  const words =
    section === 'today' && over > 0
      ? tCount('today_over', over)
      : section === 'waiting' && counts.chase > 0
        ? tCount('waiting_chase', counts.chase)
        : section === 'next' && t('next_by_score');
  return words ? <span class="section-aside">{words}</span> : null;
}

const countWords = (section: Section, count: number, { todayLimit }: Overview): string =>
  section === 'today' ? t('today_count', formatNumber(count), formatNumber(todayLimit)) : formatNumber(count);

export function sectionName(section: Section): string {
  return t(`section_${section}`);
}
