import { doubtText } from '@/components/item/doubt';
import { draftFacts } from '@/components/item/draft-facts';
import { t } from '@/utils/i18n';
import type { Day } from '@/utils/model/day';
import type { DraftGist, PageView } from '@/utils/model/row';
import { CaptureButton } from './capture-button';
import { capture } from './commands';
import { ClosedPart } from './closed-part';
import { ListView } from './list-view';
import { Named } from './notices';
import { PageHead } from './page-head';
import type { PopupState } from './popup-state';

type View = Exclude<PageView, { kind: 'reading' | 'item' }>;

/** A page that is no item of the inventory (yet): what it is, and one big button. */
export function CapturePart({ popup, view }: { popup: PopupState; view: View }) {
  const today = popup.quick.value?.day;
  if (view.kind === 'closed') return <ClosedPart popup={popup} view={view} />;
  if (view.kind === 'list' && view.list.rows.length > 0) return <ListView popup={popup} view={view} />;
  return (
    <>
      <PageHead {...view.draft} />
      {view.kind === 'draft' && today && <Facts draft={view.draft} today={today} />}
      {view.draft.check && <p class="page-facts soon">{doubtText(view.draft.check)}</p>}
      {view.kind === 'draft' && view.trashed && <p class="page-facts">{t('popup_in_trash')}</p>}
      <CaptureButton
        popup={popup}
        words={view.kind === 'draft' && view.trashed ? t('popup_put_back') : t('popup_capture')}
      />
      {view.kind === 'draft' && view.named[0] && (
        <Named row={view.named[0]} onAttach={() => void capture(popup, view.named[0]?.id)} />
      )}
    </>
  );
}

/** What was read of it. */
function Facts({ draft, today }: { draft: DraftGist; today: Day }) {
  const facts = draftFacts(draft, today);
  if (facts.length === 0) return null;
  return (
    <p class="page-facts">
      <bdi>{facts.join(' · ')}</bdi>
    </p>
  );
}
