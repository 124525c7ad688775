/** All that the popup needs only after its first frame; `later.ts` is how the first frame reaches it. */
export { perform } from './commands';
export { setMark, undo } from './acts';
export { AskForm } from './ask-form';
export { begin } from './begin';
export { LockNow } from './lock';
export { PageContent } from './page-content';
export { Trouble } from './trouble';
export { openSettings, openSidebar } from './ways-out';
