import { useEffect, useMemo } from 'preact/hooks';
import { t } from '@/utils/i18n';
import type { DeskState } from '../desk-state';
import { createFeatures } from './features';
import { createGrants } from './grants';
import { OptionalPart } from './optional-part';
import { RequiredPart } from './required-part';
import { SaidPart } from './said-part';
import './seen.css';
import { SitesPart } from './sites-part';
import { TakeAll } from './take-all';

/** Everything that the browser grants us, on one page: in plain words, and each with its switch where it has one. */
export function Seen({ desk }: { desk: DeskState }) {
  const grants = useMemo(createGrants, []);
  const features = useMemo(() => createFeatures(desk, grants), [desk, grants]);
  useEffect(() => grants.begin(), [grants]);
  const [granted, settings] = [grants.granted.value, desk.settings.value];
  return (
    <section class="seen">
      <h1>{t('desk_seen')}</h1>
      <p class="lead">{t('seen_lead')}</p>
      {granted && settings && (
        <>
          <SitesPart granted={granted} grants={grants} areMarksOn={settings.marks} />
          <OptionalPart granted={granted} grants={grants} features={features} desk={desk} />
          <TakeAll granted={granted} features={features} />
          <RequiredPart granted={granted} settings={settings} desk={desk} />
        </>
      )}
      <SaidPart />
    </section>
  );
}
