/** The places of the desk, by the hash of its address. */
const PLACES = ['welcome', 'settings', 'tools', 'backup', 'trash', 'seen', 'recovery'] as const;
export type Place = (typeof PLACES)[number];

/** The place that a hash names; settings for every other. */
export const placeOf = (hash: string): Place => PLACES.find((place) => hash === `#${place}`) ?? 'settings';
