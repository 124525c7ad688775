/** The places of the desk, by the hash of its address. */
export type Place = 'welcome' | 'settings' | 'tools';

/** The place that a hash names; settings for every other. */
export const placeOf = (hash: string): Place =>
  hash === '#welcome' ? 'welcome' : hash === '#tools' ? 'tools' : 'settings';
