import { SourceMark, toolName } from '@/components/item/source-mark';
import { displayText } from '@/utils/model/display-text';

type Props = { product: string; host: string; label?: string | undefined; title: string };

/** Where it comes from, and its title: the first two lines of whatever the page is. */
export function PageHead({ product, host, label, title }: Props) {
  return (
    <header class="page-head">
      <p class="page-source">
        <SourceMark product={product} host={host} />
        <span>
          {label && <bdi>{displayText(label)}</bdi>}
          {label && ' · '}
          <bdi>{toolName(product, host)}</bdi>
        </span>
      </p>
      <Title title={title} />
    </header>
  );
}

/** At most two lines; the whole title is there for who points at it. */
export const Title = ({ title }: { title: string }) => (
  <h1 class="page-title" dir="auto" title={displayText(title)}>
    {displayText(title)}
  </h1>
);
