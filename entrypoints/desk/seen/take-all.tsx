import { useRef, useState } from 'preact/hooks';
import { Button } from '@/components/ui/button';
import { t } from '@/utils/i18n';
import type { Features } from './features';
import { type Granted, OPTIONAL } from './grants';

type Props = { granted: Granted; features: Features };

/** Gives everything back that can be given back, by a second press on the same button. */
export function TakeAll({ granted, features }: Props) {
  const { permissions, sites } = granted;
  const [isSure, setSure] = useState(false);
  const heading = useRef<HTMLHeadingElement>(null);
  const isNothing = sites.length === 0 && !OPTIONAL.some((name) => permissions.has(name));
  const press = async () => {
    if (!isSure) {
      setSure(true);
      return;
    }
    setSure(false);
    await features.giveAllBack(granted);
    heading.current?.focus();
  };
  return (
    <section class="part">
      <h2 ref={heading} tabIndex={-1}>
        {t('seen_take_all')}
      </h2>
      <p>{isNothing ? t('seen_take_all_none') : t('seen_take_all_words')}</p>
      <p class="field-wrong" role="alert">
        {isSure && t('seen_take_all_sure')}
      </p>
      {!isNothing && (
        <div class="grant-standing">
          <Button look="danger" onPress={() => void press()}>
            {isSure ? t('seen_take_all_now') : t('seen_take_all')}
          </Button>
          {isSure && <Button onPress={() => setSure(false)}>{t('seen_take_all_keep')}</Button>}
        </div>
      )}
    </section>
  );
}
