const FIELDS =
  'input:not([type=checkbox], [type=radio], [type=button], [type=range]), textarea, select, [contenteditable=true]';

/** True while a person types: then no key is a command. */
export const isTyping = (target: EventTarget | null): boolean =>
  target instanceof Element && target.matches(FIELDS);

/** True when the key belongs to the control that has the focus: Enter on a button presses it. */
export const isPress = (event: KeyboardEvent): boolean =>
  (event.key === 'Enter' || event.key === ' ') &&
  event.target instanceof Element &&
  event.target.closest('button, a, summary, input, select') !== null;
