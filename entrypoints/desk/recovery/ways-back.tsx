import { useEffect, useRef } from 'preact/hooks';
import { Button } from '@/components/ui/button';
import { t, tCount } from '@/utils/i18n';
import { FROM_ASIDE, type RecoveryView, type SnapshotFacts } from '@/utils/model/recovery';
import { instantWords } from '../backup/instant-words';
import { AsideWay } from './aside-way';
import type { RecoveryPage } from './recovery-state';

type Props = { page: RecoveryPage; view: RecoveryView };

/** What there was before the inventory that is open now: databases that were set aside, and copies of them. */
export function OlderWays({ page, view: { snapshots, aside, work } }: Props) {
  const isBusy = work !== undefined;
  return (
    <section class="part">
      <h2>{t('recovery_ways')}</h2>
      <p class="hint">{t('recovery_older_why')}</p>
      <ul class="recovery-ways">
        <AsideWays {...{ page, aside, isBusy }} />
        {snapshots
          .filter((each) => each.isOther && isUsable(each))
          .map((each) => (
            <Way
              {...{ name: nameOf(each), words: extentOf(each), isBest: false, isBusy }}
              key={each.name}
              onRestore={() => void page.restore(each.name)}
            />
          ))}
      </ul>
    </section>
  );
}

function AsideWays({
  page,
  aside,
  isBusy,
}: { page: RecoveryPage; isBusy: boolean } & Pick<RecoveryView, 'aside'>) {
  return aside.map((facts) => (
    <AsideWay
      {...{ facts, isBusy }}
      key={facts.name}
      onRestore={() => void page.restore(FROM_ASIDE + facts.name)}
      onRemove={() => void page.removeAside(facts.name)}
    />
  ));
}

/** Everything it can be brought back from, the best first: the newest copy that is whole. */
export function WaysBack({ page, view: { snapshots, aside, work } }: Props) {
  const list = useRef<HTMLUListElement>(null);
  useEffect(() => list.current?.querySelector('button')?.focus(), []);
  const best = snapshots.find(isUsable);
  const rest = snapshots.filter((snapshot) => snapshot !== best);
  const way = (from: string, name: string, words: string, isBest: boolean) => (
    <Way
      {...{ name, words, isBest, isBusy: work !== undefined }}
      key={from}
      onRestore={() => void page.restore(from)}
    />
  );
  return (
    <section class="part">
      <h2>{t('recovery_ways')}</h2>
      <p class="hint">{t('recovery_ways_why')}</p>
      <ul class="recovery-ways" ref={list}>
        {best && way(best.name, nameOf(best), extentOf(best), true)}
        {rest.map((each) =>
          isUsable(each) ? (
            way(each.name, nameOf(each), extentOf(each), false)
          ) : (
            <Broken key={each.name} snapshot={each} />
          ),
        )}
        {way('journal', t('recovery_without_copy'), t('recovery_without_copy_words'), !best)}
        <AsideWays {...{ page, aside }} isBusy={work !== undefined} />
      </ul>
      <a href="#backup">{t('recovery_from_file')}</a>
    </section>
  );
}

const isUsable = ({ isWhole }: SnapshotFacts): boolean => isWhole !== false;
const nameOf = ({ at }: SnapshotFacts): string => t('recovery_copy', instantWords(at));
const extentOf = ({ items, events, isWhole }: SnapshotFacts): string =>
  [
    tCount('count_items', items),
    tCount('count_changes', events),
    ...(isWhole ? [t('recovery_copy_whole')] : []),
  ].join(' · ');

type WayProps = { name: string; words: string; isBest: boolean; isBusy: boolean; onRestore: () => void };

function Way({ name, words, isBest, isBusy, onRestore }: WayProps) {
  return (
    <li class="recovery-way">
      <p>
        <strong>{name}</strong> {isBest && <span class="recovery-best">{t('recovery_copy_best')}</span>}
        <br />
        <span class="hint">{words}</span>
      </p>
      <Button
        look={isBest ? 'go' : 'usual'}
        label={t('recovery_restore_from', name)}
        disabled={isBusy}
        onPress={onRestore}
      >
        {t('recovery_restore')}
      </Button>
    </li>
  );
}

const Broken = ({ snapshot }: { snapshot: SnapshotFacts }) => (
  <li class="recovery-way">
    <p>
      <strong>{nameOf(snapshot)}</strong>
      <br />
      <span class="hint late">{t('recovery_copy_broken')}</span>
    </p>
  </li>
);
