import { expect, test } from 'vitest';
import { inventoryCommands } from '@/utils/messaging/commands';
import { commandName } from './command-name';

const UNDOABLE = Object.keys(inventoryCommands).filter((name) => name !== 'undo' && name !== 'redo');

test.each([...UNDOABLE, 'page.capture'])('%s has a name of its own after "Undo"', (name) => {
  expect(commandName({ name })).not.toBe('last change');
});

test('a command that set a state is called by the state, an unknown one the last change', () => {
  expect(commandName({ name: 'item.setState', to: 'done' })).toBe('done');
  expect(commandName({ name: 'item.fromTomorrow' })).toBe('last change');
});
