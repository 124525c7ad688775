import { Button } from '@/components/ui/button';
import { Kbd } from '@/components/ui/kbd';
import { NotSavedLine, type NotSaved } from '@/components/ui/not-saved';
import { t } from '@/utils/i18n';
import { displayText } from '@/utils/model/display-text';
import { run, tell } from './saving';
import type { Sidebar } from './sidebar';

/** What just happened, at the foot of the sidebar, with its undo; or what was not saved, with another try. */
export function NoticeView({ sidebar }: { sidebar: Sidebar }) {
  const notice = sidebar.notice.value;
  if (!notice) return null;
  if (notice.kind === 'did') return <Did sidebar={sidebar} notice={notice} />;
  const onChange = (problem: NotSaved | undefined) => {
    if (problem) tell(sidebar, { kind: 'problem', problem });
    else if (sidebar.notice.peek()?.kind === 'problem') tell(sidebar, undefined);
  };
  return (
    <div class="foot-problem">
      <NotSavedLine problem={notice.problem} onChange={onChange} />
      <Button look="plain" icon="close" label={t('notice_close')} onPress={() => tell(sidebar, undefined)} />
    </div>
  );
}

type Did = Extract<NonNullable<Sidebar['notice']['value']>, { kind: 'did' }>;

function Did({ sidebar, notice }: { sidebar: Sidebar; notice: Did }) {
  const { undo } = notice;
  return (
    <div class="toast">
      <b>{notice.deed}</b>
      <bdi class="toast-title" dir="auto">
        {displayText(notice.title)}
      </bdi>
      {undo && (
        <button type="button" class="toast-undo" onClick={() => void run(sidebar, undo, {})}>
          {undo === 'undo' ? t('undo') : t('redo')}
        </button>
      )}
      {undo && <Kbd keys={undo === 'undo' ? 'u' : '⇧U'} />}
    </div>
  );
}
