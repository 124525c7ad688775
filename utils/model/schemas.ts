/**
 * Parsers of the model's small types. Apart from the types themselves: the edges parse, surfaces do not, and what they
 * load before their first paint is counted.
 */
import * as v from 'valibot';
import { isUuid, type CommandId, type ItemId } from './ids';
import { LISTS, STATES } from './item';

export const ItemIdSchema = v.custom<ItemId>(isUuid, 'an item id');
export const CommandIdSchema = v.custom<CommandId>(isUuid, 'a command id');
export const StateSchema = v.picklist(STATES);
export const ListSchema = v.picklist(LISTS);
export const ImportanceSchema = v.picklist([0, 1, 2, 3]);
