import { type MessageKey, t } from '@/utils/i18n';

const PAGES: readonly [MessageKey, MessageKey][] = [
  ['seen_pages_unused', 'seen_pages_unused_words'],
  ['seen_pages_pressed', 'seen_pages_pressed_words'],
  ['seen_pages_granted', 'seen_pages_granted_words'],
  ['seen_pages_private', 'seen_pages_private_words'],
];
const NEVER = ['seen_never_history', 'seen_never_passwords', 'seen_never_tabs'] as const;

/** What runs in a page and when, what is never seen, and where everything stays. */
export const SaidPart = () => (
  <>
    <section class="part">
      <h2>{t('seen_pages')}</h2>
      <dl class="facts">
        {PAGES.map(([where, what]) => (
          <div key={where}>
            <dt>{t(where)}</dt>
            <dd>{t(what)}</dd>
          </div>
        ))}
      </dl>
    </section>
    <section class="part">
      <h2>{t('seen_never')}</h2>
      <ul class="bullets">
        {NEVER.map((what) => (
          <li key={what}>{t(what)}</li>
        ))}
      </ul>
    </section>
    <section class="part">
      <h2>{t('seen_kept_where')}</h2>
      <p>
        {t('seen_kept_where_words')}{' '}
        <a class="link" href="#settings">
          {t('seen_kept_where_link')}
        </a>
      </p>
    </section>
  </>
);
