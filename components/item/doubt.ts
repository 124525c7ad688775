import { t } from '@/utils/i18n';
import type { CheckReason } from '@/utils/model/draft';

/** Why a title is not sure, as a sentence that says what to do. */
export function doubtText(reason: CheckReason): string {
  switch (reason) {
    case 'one-witness':
      return t('check_one_witness');
    case 'witnesses-disagree':
      return t('check_witnesses_disagree');
    case 'stale-page':
      return t('check_stale_page');
    case 'unbound':
      return t('check_unbound');
    case 'no-title':
      return t('check_no_title');
  }
}
