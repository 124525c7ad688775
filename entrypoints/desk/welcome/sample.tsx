import { Icon } from '@/components/icons/icon';
import { t } from '@/utils/i18n';

/** A piece of work as it may stand in any tool, to be captured on this very page. */
export const Sample = ({ isCaptured }: { isCaptured: boolean }) => (
  <article class="sample">
    <p class="sample-source">
      <Icon name="list" />
      {t('welcome_sample_source')}
    </p>
    <h3 class="sample-title">{t('welcome_sample_title')}</h3>
    <p class="sample-facts">{t(isCaptured ? 'welcome_sample_captured' : 'welcome_sample_facts')}</p>
  </article>
);
