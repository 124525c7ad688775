import { Button } from '@/components/ui/button';
import { Kbd } from '@/components/ui/kbd';
import { NotSavedLine } from '@/components/ui/not-saved';
import { t } from '@/utils/i18n';
import { displayText } from '@/utils/model/display-text';
import type { Sidebar } from './sidebar';

/** What just happened, at the foot of the sidebar, with its undo. Also says it to those who listen. */
export function UndoBar({ sidebar }: { sidebar: Sidebar }) {
  const notice = sidebar.notice.value;
  return (
    <footer class="foot">
      <div role="status" aria-live="polite">
        {notice?.kind === 'did' && <Did sidebar={sidebar} notice={notice} />}
      </div>
      {notice?.kind === 'problem' && (
        <div class="foot-problem">
          <NotSavedLine
            problem={notice.problem}
            onChange={(problem) => {
              if (problem) sidebar.tell({ kind: 'problem', problem });
              else if (sidebar.notice.peek()?.kind === 'problem') sidebar.tell(undefined);
            }}
          />
          <Button
            look="plain"
            icon="close"
            label={t('notice_close')}
            onPress={() => sidebar.tell(undefined)}
          />
        </div>
      )}
    </footer>
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
        <button type="button" class="toast-undo" onClick={() => void sidebar.run(undo, {})}>
          {undo === 'undo' ? t('undo') : t('redo')}
        </button>
      )}
      {undo && <Kbd keys={undo === 'undo' ? 'u' : '⇧U'} />}
    </div>
  );
}
