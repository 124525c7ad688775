import { useRef, useState } from 'preact/hooks';
import { writeDay } from '@/components/item/day-words';
import { Button } from '@/components/ui/button';
import { formatNumber, t } from '@/utils/i18n';
import { type Granted, type Grants, SITES } from './grants';
import { AnswerLine } from './optional-part';
import type { Site } from './sites';

/** More sites than this are not looked through by eye. */
const MANY = 12;

type Props = { granted: Granted; grants: Grants; areMarksOn: boolean };

/** Every site that may be read without being asked, and what happens there. */
export function SitesPart({ granted: { sites }, grants, areMarksOn }: Props) {
  const [wanted, setWanted] = useState('');
  const heading = useRef<HTMLHeadingElement>(null);
  const isFiltered = sites.length > MANY;
  const shown = isFiltered
    ? sites.filter(({ host }) => host?.includes(wanted.trim().toLowerCase()) ?? true)
    : sites;
  const takeBack = async (site: Site) => {
    // The row goes, and the focus with it: it goes on from the heading.
    if (await grants.takeSiteBack(site)) heading.current?.focus();
  };
  return (
    <section class="part">
      <h2 ref={heading} tabIndex={-1}>
        {t('seen_sites')}
      </h2>
      <p>{sites.length === 0 ? t('seen_sites_none') : t('seen_sites_words')}</p>
      {sites.length > 0 && !areMarksOn && <p class="hint">{t('seen_sites_no_marks')}</p>}
      {isFiltered && (
        <div class="grant-filter">
          <label for="seen-filter">{t('seen_sites_filter')}</label>
          <input
            id="seen-filter"
            class="input"
            type="search"
            value={wanted}
            onInput={(event) => setWanted(event.currentTarget.value)}
          />
          <output class="hint">
            {t('seen_sites_found', formatNumber(shown.length), formatNumber(sites.length))}
          </output>
        </div>
      )}
      {shown.length > 0 && (
        <ul class={`grants ${isFiltered ? 'grants-many' : ''}`}>
          {shown.map((site) => (
            <SiteRow key={site.origins.join()} site={site} onTakeBack={() => void takeBack(site)} />
          ))}
        </ul>
      )}
      <AnswerLine grants={grants} about={SITES} />
    </section>
  );
}

function SiteRow({ site, onTakeBack }: { site: Site; onTakeBack: () => void }) {
  const { host = t('seen_site_all'), withBelow, sinceDay } = site;
  const isHost = site.host !== undefined;
  return (
    <li class="grant grant-site">
      <div>
        <bdi class="grant-host" dir={isHost ? 'ltr' : undefined}>
          {host}
        </bdi>
        {isHost && withBelow && <span class="hint"> {t('seen_site_below')}</span>}
        {sinceDay && (
          <span class="hint">
            {' '}
            {t('seen_site_since', writeDay(sinceDay, { day: 'numeric', month: 'short', year: 'numeric' }))}
          </span>
        )}
      </div>
      <Button label={t('seen_site_take_back', host)} onPress={onTakeBack}>
        {t('settings_seen_remove')}
      </Button>
    </li>
  );
}
