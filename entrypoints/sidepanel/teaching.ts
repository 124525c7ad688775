import { signal, type ReadonlySignal } from '@preact/signals';
import { lessonFieldName } from '@/components/item/locator-words';
import { browser } from '@/utils/browser';
import { t } from '@/utils/i18n';
import { LESSON_FIELDS, type LessonField } from '@/utils/model/lesson';
import type { DraftGist, Teaching } from '@/utils/model/row';
import { run, tell } from './saving';
import type { Sidebar } from './sidebar';

const views = new WeakMap<Sidebar, ReturnType<typeof signal<Teaching | undefined>>>();

function viewOf(sidebar: Sidebar) {
  const known = views.get(sidebar) ?? signal<Teaching | undefined>();
  views.set(sidebar, known);
  return known;
}

/** What the person points at in the page now, if they do. */
export const teachingOf = (sidebar: Sidebar): ReadonlySignal<Teaching | undefined> => viewOf(sidebar);

/** Follows the pointing in the frame's own page, or in the one in front of this window, until `stop` aborts. */
export async function followTeaching(sidebar: Sidebar, stop: AbortSignal): Promise<void> {
  const windowId = sidebar.isFrame ? undefined : (await browser.windows.getCurrent()).id;
  if (stop.aborted) return;
  const view = viewOf(sidebar);
  const end = sidebar.wire.watch('teaching', windowId === undefined ? {} : { windowId }, (teaching) => {
    view.value = teaching;
  });
  stop.addEventListener('abort', end);
}

export const teach = (sidebar: Sidebar, field: LessonField): void =>
  void run(sidebar, 'page.teach', { field });

/** Keeps what was pointed at, or lets it go; the first is told, with its undo. */
export async function learn(sidebar: Sidebar, keep: boolean): Promise<void> {
  const field = viewOf(sidebar).peek()?.field;
  if (!(await run(sidebar, 'page.learn', { keep })) || !keep || !field) return;
  tell(sidebar, { kind: 'did', deed: t('deed_learned'), title: lessonFieldName(field), undo: 'undo' });
}

/** Enter and Esc while something was pointed at. False where the key is for something else. */
export function answerTeaching(sidebar: Sidebar, key: string): boolean {
  const phase = viewOf(sidebar).peek()?.phase;
  if (sidebar.cover.peek()) return false;
  if (phase === undefined || (key !== 'Escape' && !(key === 'Enter' && phase === 'found'))) return false;
  void learn(sidebar, key === 'Enter');
  return true;
}

/** The fields that can be pointed at, those that the page does not tell first. */
export function fieldsToTeach(draft: DraftGist): { field: LessonField; isMissing: boolean }[] {
  const isMissing = (field: LessonField) => {
    const value = draft[field];
    return value === undefined || value.length === 0;
  };
  const fields = LESSON_FIELDS.map((field) => ({ field, isMissing: isMissing(field) }));
  return [...fields.filter((each) => each.isMissing), ...fields.filter((each) => !each.isMissing)];
}
