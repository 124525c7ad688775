import type { Page } from './page';

/** A page of which only the address is known: nothing of it answers. Without the means to read a document. */
export const addressPage = (url: URL): Page => ({
  url,
  title: '',
  frames: () => [],
  frameAround: () => undefined,
  one: () => undefined,
  all: () => [],
  text: () => undefined,
  attribute: () => undefined,
  meta: () => undefined,
  script: () => undefined,
});
