/** An item's id, a UUIDv7: ids made later sort later. */
export type ItemId = string & { readonly __brand: 'ItemId' };
/** A command's id, made by the surface that sends it, so that sending it again is harmless. */
export type CommandId = string & { readonly __brand: 'CommandId' };
/** The canonical identity of a piece of work in one tool: `product|host|scope|nativeId`. */
export type SourceKey = string & { readonly __brand: 'SourceKey' };

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

/** True for a lower-case UUIDv7. */
export const isUuid = (text: unknown): text is string => typeof text === 'string' && UUID.test(text);

/**
 * A new UUIDv7 (RFC 9562, 5.7): 48 bits of the instant `at` (UTC ms), then random bits.
 * `crypto.randomUUID` is missing on pages without TLS in Firefox; `getRandomValues` is not.
 */
export function newId<Id extends string>(at: number): Id {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  const time = padded(at);
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  const variant = (((bytes[8] ?? 0) & 0x3f) | 0x80).toString(16);
  const text = `${time.slice(0, 8)}-${time.slice(8)}-7${hex.slice(13, 16)}-${variant}${hex.slice(18, 20)}-${hex.slice(20)}`;
  // The text has the form of the brand that the caller asks for.
  return text as Id;
}

/**
 * A UUIDv7 of the instant `at` that follows from a command's id and a counter from 1 on: the command carried out again
 * gives the same ids. Its random bits are the command's, moved on by the counter, so that no other command has them.
 */
export function idFrom<Id extends string>(command: CommandId, at: number, count: number): Id {
  const time = padded(at);
  const tail = (Number.parseInt(command.slice(24), 16) + count) % 2 ** 48;
  const text = `${time.slice(0, 8)}-${time.slice(8)}${command.slice(13, 24)}${padded(tail)}`;
  // As above: the middle is that of a UUIDv7.
  return text as Id;
}

/** The instant that a UUIDv7 was made at, UTC ms. */
export const instantOf = (id: string): number => Number.parseInt(id.slice(0, 8) + id.slice(9, 13), 16);

const padded = (bits48: number): string => bits48.toString(16).padStart(12, '0');
