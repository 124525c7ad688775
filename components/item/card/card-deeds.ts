import type { SetMark } from '@/components/item/state-buttons';
import type { Point } from '@/components/priority-list/row-pointer';
import type { NotSaved } from '@/components/ui/not-saved';
import type { Changes } from '@/utils/messaging/commands';
import type { Way } from '@/utils/model/draft';
import type { Day } from '@/utils/model/day';
import type { ItemId, SourceKey } from '@/utils/model/ids';
import type { HalfTypedField } from './use-half-typed';

/** Saves changed fields; gives the problem, for the field it came from, when they were not saved. */
export type Edit = (changes: Changes) => Promise<NotSaved | undefined>;

/** What the card lets a person do with its item. */
export type CardDeeds = {
  edit: Edit;
  /** Where the text of these fields is kept until it is saved; absent where it is not. */
  halfTyped?: (field: 'title' | 'note') => HalfTypedField;
  setMark: (mark: SetMark) => void;
  snooze: (untilDay: Day | null) => void;
  plan: (isPlanned: boolean) => void;
  endWait: (waitId: string) => void;
  endBlock: (blockId: string) => void;
  openItem: (id: ItemId) => void;
  /** By a way of the person's choice, else by the one that worked last. */
  openSource: (key: SourceKey, by?: Way['by']) => void;
  split: (key: SourceKey) => void;
  merge: (at: Point) => void;
  /** Absent where deleting is not offered. */
  remove: (() => void) | undefined;
  close: () => void;
};
