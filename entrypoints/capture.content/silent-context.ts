/**
 * Takes the place of WXT's context of a content script, which tells the page by an event, with the extension's id,
 * that a script has started (threat T08: a page shall not learn that we are there). Our script ends its own listeners.
 */
export class ContentScriptContext {
  /** What WXT's own says of a script whose extension was updated; ours asks the browser itself (`isOrphan`). */
  readonly isInvalid = false;
}
