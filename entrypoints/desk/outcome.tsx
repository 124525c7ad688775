import { Icon } from '@/components/icons/icon';
import { Button } from '@/components/ui/button';
import { canTryAgain, refusalWords } from '@/components/ui/refusal-words';
import { t } from '@/utils/i18n';
import type { DeskState } from './desk-state';

/** What came of the last change made at this place: saved, or why not. */
export function Outcome({ desk, place }: { desk: DeskState; place: string }) {
  const problem = desk.problem.value;
  const savedPlace = desk.savedPlace.value;
  if (problem?.place === place) {
    return (
      <div class="outcome late" role="alert">
        <Icon name="warning" />
        <span>{refusalWords(problem.code)}</span>
        {canTryAgain(problem.code) && <Button onPress={problem.again}>{t('popup_again')}</Button>}
      </div>
    );
  }
  return (
    place !== 'welcome' && (
      <output class="outcome saved">{savedPlace === place && t('settings_saved')}</output>
    )
  );
}
