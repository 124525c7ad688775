/**
 * What a person may expect to find: every command that was acknowledged, as the changes that it means, and the items
 * that these changes add up to. Nothing of the product is used here.
 */
import type { List, State } from '@/utils/model/item';

export type Source = { key: string; title: string; label?: string | undefined };

export type Expected = {
  title: string;
  note: string;
  state: State;
  dueDay?: string | undefined;
  planDay?: string | undefined;
  startAfterDay?: string | undefined;
  isTrashed: boolean;
  mergedInto?: string | undefined;
  isTitleEdited: boolean;
  sources: Source[];
  /** Open waits and blocks; a block may name the item that stops. */
  waits: number[];
  blocks: { n: number; by?: string | undefined }[];
};

export type Change =
  | { do: 'create'; id: string; facts: Partial<Expected> }
  | { do: 'put'; id: string; fields: Partial<Expected> }
  | { do: 'addSource'; id: string; source: Source }
  | { do: 'removeSource'; id: string; key: string }
  /** A page said its title: it counts unless the person has written one. */
  | { do: 'told'; id: string; title: string }
  | { do: 'wait'; id: string; n: number }
  | { do: 'endWaits'; id: string; ns: number[] }
  | { do: 'block'; id: string; n: number; by?: string | undefined }
  | { do: 'endBlocks'; id: string; ns: number[] };

export type Items = Map<string, Expected>;
type Command = { changes: Change[]; isVoid: boolean };

/** How many commands can be undone. */
const UNDOABLE = 50;

const fresh = (facts: Partial<Expected>): Expected => ({
  ...{ title: '', note: '', state: 'triage', isTrashed: false, isTitleEdited: false },
  ...{ sources: [], waits: [], blocks: [] },
  ...facts,
});

function apply(items: Items, change: Change): void {
  const found = items.get(change.id);
  if (change.do === 'create') {
    if (!found) items.set(change.id, fresh(change.facts));
    return;
  }
  if (found) items.set(change.id, changed(found, change));
}

function changed(item: Expected, change: Exclude<Change, { do: 'create' }>): Expected {
  switch (change.do) {
    case 'put':
      return { ...item, ...change.fields };
    case 'addSource':
      return { ...item, sources: [...without(item.sources, change.source.key), change.source] };
    case 'removeSource':
      return { ...item, sources: without(item.sources, change.key) };
    case 'told':
      return item.isTitleEdited ? item : { ...item, title: change.title };
    case 'wait':
      return { ...item, waits: [...item.waits, change.n] };
    case 'endWaits':
      return { ...item, waits: item.waits.filter((n) => !change.ns.includes(n)) };
    case 'block':
      return { ...item, blocks: [...item.blocks, { n: change.n, by: change.by }] };
    case 'endBlocks':
      return { ...item, blocks: item.blocks.filter(({ n }) => !change.ns.includes(n)) };
  }
}

const without = (sources: readonly Source[], key: string) => sources.filter((source) => source.key !== key);

export class Model {
  items: Items = new Map();
  readonly #commands: Command[] = [];
  #undo: Command[] = [];
  #redo: Command[] = [];
  #intervals = 0;
  /** Items that the last commands were about, until they are asked for. */
  readonly touched = new Set<string>();

  get canUndo(): boolean {
    return this.#undo.length > 0;
  }
  get canRedo(): boolean {
    return this.#redo.length > 0;
  }
  nextInterval(): number {
    return (this.#intervals += 1);
  }

  /** Takes in what a command means. `isSeen`: it only told what a page shows, and is no act that could be undone. */
  take(changes: Change[], isSeen = false): void {
    const command = { changes, isVoid: false };
    this.#commands.push(command);
    for (const change of changes) this.#note(change);
    if (isSeen) return;
    this.#undo = [...this.#undo, command].slice(-UNDOABLE);
    this.#redo = [];
  }

  #note(change: Change): void {
    this.touched.add(change.id);
    apply(this.items, change);
  }

  undo(): void {
    const last = this.#undo.pop();
    if (last) this.#redo.push(last);
    this.#void(last, true);
  }
  redo(): void {
    const last = this.#redo.pop();
    if (last) this.#undo.push(last);
    this.#void(last, false);
  }
  #void(command: Command | undefined, isVoid: boolean): void {
    if (!command) return;
    command.isVoid = isVoid;
    const about = new Set(command.changes.map(({ id }) => id));
    for (const id of about) {
      this.items.delete(id);
      this.touched.add(id);
    }
    for (const { changes, isVoid: isOut } of this.#commands)
      if (!isOut) for (const change of changes) if (about.has(change.id)) apply(this.items, change);
  }

  /** The item that has this source now. */
  holder(key: string): string | undefined {
    for (const [id, { sources }] of this.items) if (sources.some((each) => each.key === key)) return id;
    return undefined;
  }
}

export const isOpen = ({ state }: Expected): boolean => state !== 'done' && state !== 'canceled';
export const isLive = (item: Expected): boolean =>
  isOpen(item) && !item.isTrashed && item.mergedInto === undefined;

/** The one list that it should be in: the rules of the reference (data model), written here once more. */
export function listOf(item: Expected, today: string): List {
  if (item.mergedInto !== undefined) return 'merged';
  if (item.isTrashed) return 'trash';
  if (!isOpen(item)) return 'done';
  if (item.startAfterDay !== undefined && item.startAfterDay > today) return 'snoozed';
  if (item.planDay !== undefined && item.planDay <= today) return 'today';
  if (item.waits.length > 0) return 'waiting';
  return item.state === 'triage' ? 'triage' : 'next';
}
