import { Icon } from '@/components/icons/icon';
import { t } from '@/utils/i18n';
import { displayText } from '@/utils/model/display-text';
import './host-name.css';

type Props = { host: string; class?: string };

/** Letters of other alphabets, in which "apple" can be written too: as the network asks for them, or as themselves. */
export const hasOtherLetters = (host: string): boolean => /^xn--|\.xn--|[^ -~]/.test(host);

/** A host as the network asks for it; with a warning beside it where its letters may look like others (safety TX-03). */
export const HostName = ({ host, class: className }: Props) => (
  <>
    <bdi class={className}>{displayText(host)}</bdi>
    {hasOtherLetters(host) && (
      <span class="host-warning">
        <Icon name="warning" />
        {t('host_other_letters')}
      </span>
    )}
  </>
);
