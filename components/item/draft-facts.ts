import { t } from '@/utils/i18n';
import type { Day } from '@/utils/model/day';
import { displayText } from '@/utils/model/display-text';
import type { DraftGist } from '@/utils/model/row';
import { dueText } from './reason';

/** What a page shows of a piece of work, as it will be kept: its status, priority, due day, people, project, labels. */
export function draftFacts(draft: DraftGist, today: Day): string[] {
  const { status, priority, dueDay, assignees, requester, project, labels } = draft;
  const facts = [
    safe(status),
    safe(priority),
    dueDay && dueText(dueDay, today),
    safe(assignees?.slice(0, 2).join(', ')),
    requester && t('page_asked_by', displayText(requester)),
    safe(project),
    safe(
      labels
        ?.slice(0, 3)
        .map((label) => `#${label}`)
        .join(' '),
    ),
  ];
  return facts.filter((fact) => fact !== undefined).filter((fact) => fact !== '');
}

const safe = (text: string | undefined): string | undefined => text && displayText(text);
