import { describe, expect, it } from 'vitest';
import { isDrift } from './drift';

describe('drift', () => {
  it('is closed there and still open here', () => {
    expect(isDrift('Done', 'In Progress', 'started')).toBe(true);
    expect(isDrift('Geschlossen', 'Offen', 'ready')).toBe(true);
  });

  it('is open there again and done here', () => {
    expect(isDrift('Reopened', 'Done', 'done')).toBe(true);
  });

  it('is not what the person knew when capturing it', () => {
    expect(isDrift('Done', 'Done', 'started')).toBe(false);
    expect(isDrift(' done ', 'Done', 'started')).toBe(false);
    expect(isDrift('In Progress', 'In Progress', 'done')).toBe(false);
  });

  it('is not a change between two kinds of open, nor between two kinds of over', () => {
    expect(isDrift('In Review', 'Open', 'started')).toBe(false);
    expect(isDrift('Closed', 'Open', 'canceled')).toBe(false);
  });

  it('is nothing where the word is unknown or missing', () => {
    expect(isDrift('Weird State', 'Open', 'started')).toBe(false);
    expect(isDrift(undefined, 'Open', 'started')).toBe(false);
  });

  it('reads curly apostrophes as straight ones', () => {
    expect(isDrift('Won’t Do', 'Open', 'started')).toBe(true);
  });
});
