import { expect, test } from 'vitest';
import { inventoryCommands } from '@/utils/messaging/commands';
import { commandName } from './command-name';

/** No acts of a person: nobody is ever offered to undo them. */
const NO_ACTS = ['item.observe', 'item.moved', 'item.way', 'list.seen', 'lesson.heal', 'undo', 'redo'];
const UNDOABLE = Object.keys(inventoryCommands).filter((name) => !NO_ACTS.includes(name));

test.each([...UNDOABLE, 'page.capture'])('%s has a name of its own after "Undo"', (name) => {
  expect(commandName({ name })).not.toBe('last change');
});

test('a command that set a state is called by the state, an unknown one the last change', () => {
  expect(commandName({ name: 'item.setState', to: 'done' })).toBe('done');
  expect(commandName({ name: 'item.fromTomorrow' })).toBe('last change');
});
