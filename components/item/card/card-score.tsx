import { Button } from '@/components/ui/button';
import { t } from '@/utils/i18n';
import type { Day } from '@/utils/model/day';
import { displayText } from '@/utils/model/display-text';
import type { Term } from '@/utils/model/term';
import { Points } from '../points';
import { reasonText } from '../reason';
import { differingTerms } from './differing-terms';

/** Another item to compare with: the row below. */
export type Rival = { title: string; score: number; terms: readonly Term[] };

type Props = {
  terms: readonly Term[];
  today: Day;
  isOpen: boolean;
  onToggle: () => void;
  rival?: Rival | undefined;
};

/** How the score adds up: in one line, and with "?" term by term, also against the item below. */
export function CardScore({ terms, today, isOpen, onToggle, rival }: Props) {
  const total = terms.reduce((sum, term) => sum + term.points, 0);
  return (
    <section class="card-part">
      <h2>
        {t('card_score')}{' '}
        <span class="card-total">
          <Points points={total} />
        </span>
        <Button look="plain" shortcut="?" expanded={isOpen} onPress={onToggle}>
          {isOpen ? t('score_less') : t('score_more')}
        </Button>
      </h2>
      {terms.length === 0 && <p class="card-soft">{t('score_none')}</p>}
      {isOpen ? (
        <Sum terms={terms} total={total} today={today} />
      ) : (
        <p class="card-soft">
          {terms.map((term) => (
            <span key={term.code} class="card-term">
              <bdi>{reasonText(term, today)}</bdi> <Points points={term.points} />
            </span>
          ))}
        </p>
      )}
      {isOpen && rival && <Against terms={terms} rival={rival} today={today} />}
    </section>
  );
}

function Sum({ terms, total, today }: { terms: readonly Term[]; total: number; today: Day }) {
  return (
    <table class="card-sum">
      <tbody>
        {terms.map((term) => (
          <tr key={term.code}>
            <th scope="row">
              <bdi>{reasonText(term, today)}</bdi>
            </th>
            <td>
              <Points points={term.points} />
            </td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">{t('score_sum')}</th>
          <td>
            <Points points={total} />
          </td>
        </tr>
      </tfoot>
    </table>
  );
}

/** Why above that one? Only what differs. */
function Against({ terms, rival, today }: { terms: readonly Term[]; rival: Rival; today: Day }) {
  const differing = differingTerms(terms, rival.terms, today);
  return (
    <table class="card-sum">
      <caption>
        {t('score_against')} <bdi dir="auto">{displayText(rival.title)}</bdi>
      </caption>
      {differing.length > 0 && (
        <thead>
          <tr>
            <th scope="col">{t('score_term')}</th>
            <th scope="col">{t('score_this')}</th>
            <th scope="col">{t('score_that')}</th>
          </tr>
        </thead>
      )}
      <tbody>
        {differing.map(({ code, words, here, there }) => (
          <tr key={code}>
            <th scope="row">
              <bdi>{words}</bdi>
            </th>
            <td>{here === 0 ? '–' : <Points points={here} />}</td>
            <td>{there === 0 ? '–' : <Points points={there} />}</td>
          </tr>
        ))}
        {differing.length === 0 && (
          <tr>
            <th scope="row" colSpan={3}>
              {t('score_same')}
            </th>
          </tr>
        )}
      </tbody>
    </table>
  );
}
