import { t } from '@/utils/i18n';
import { displayText } from '@/utils/model/display-text';
import './quote.css';

type Props = {
  quote: string | undefined;
  /** Of the page that the sentence stands on. */
  title: string | undefined;
};

/** The sentence that an ask was captured from, as evidence, and where it stands. */
export function Quote({ quote, title }: Props) {
  if (!quote && !title) return null;
  return (
    <figure class="quote">
      {quote && (
        <blockquote dir="auto">
          <bdi>{displayText(quote)}</bdi>
        </blockquote>
      )}
      {title && (
        <figcaption>
          <bdi>{t('quote_from', displayText(title))}</bdi>
        </figcaption>
      )}
    </figure>
  );
}
