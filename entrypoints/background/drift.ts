import { isOpen, type State } from '@/utils/model/item';

/** Words that tools use for work that is over, in the languages of the catalogue; compared in lower case. */
const OVER = [
  'done',
  'closed',
  'resolved',
  'merged',
  'completed',
  'complete',
  'fixed',
  'finished',
  'solved',
  'verified',
  'canceled',
  'cancelled',
  'rejected',
  'duplicate',
  "won't do",
  "won't fix",
  'wontfix',
  'not planned',
  'abandoned',
  'erledigt',
  'geschlossen',
  'gelöst',
  'abgeschlossen',
  'fertig',
  'behoben',
  'abgelehnt',
  'abgebrochen',
  'zusammengeführt',
];
/** Words for work that is not over. */
const ONGOING = [
  'open',
  'opened',
  'new',
  'to do',
  'todo',
  'in progress',
  'started',
  'reopened',
  'in review',
  'review',
  'draft',
  'assigned',
  'feedback',
  'backlog',
  'ready',
  'blocked',
  'waiting',
  'pending',
  'planned',
  'active',
  'unresolved',
  'answered',
  'offen',
  'neu',
  'in bearbeitung',
  'zu erledigen',
  'zugewiesen',
  'wieder geöffnet',
  'entwurf',
  'bereit',
  'geplant',
];

/**
 * True when the tool's status and the item's state disagree on whether the work is over ("closed there, still
 * open here"). A status that was already so at the last capture is no news: the person knew it and went on.
 * A word that is in neither list says nothing.
 */
export function isDrift(status: string | undefined, knownStatus: string | undefined, state: State): boolean {
  if (status === undefined || plain(status) === plain(knownStatus ?? '')) return false;
  if (OVER.includes(plain(status))) return isOpen(state);
  return ONGOING.includes(plain(status)) && !isOpen(state);
}

const plain = (status: string): string => status.trim().toLowerCase().replaceAll('’', "'");
