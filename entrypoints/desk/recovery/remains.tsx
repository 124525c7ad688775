import type { ComponentChildren } from 'preact';
import { t, tCount } from '@/utils/i18n';
import type { RecoveryView } from '@/utils/model/recovery';
import { instantWords } from '../backup/instant-words';

/** What should be there, and what is. */
export function Remains({ view: { expected, found, journal } }: { view: RecoveryView }) {
  return (
    <dl class="facts recovery-facts">
      {expected && (
        <Fact name={t('recovery_expected')}>
          {t(
            'recovery_extent',
            tCount('count_items', expected.items),
            tCount('count_changes', expected.events),
            instantWords(expected.at),
          )}
        </Fact>
      )}
      <Fact name={t('recovery_found')}>
        {found
          ? t(
              'backup_items_changes',
              tCount('count_items', found.items),
              tCount('count_changes', found.events),
            )
          : t('recovery_found_nothing')}
      </Fact>
      <Fact name={t('recovery_journal')}>
        {t('recovery_journal_words', tCount('count_changes', journal))}
      </Fact>
    </dl>
  );
}

const Fact = ({ name, children }: { name: string; children: ComponentChildren }) => (
  <div>
    <dt>{name}</dt>
    <dd>{children}</dd>
  </div>
);
