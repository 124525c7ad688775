import { signal, type ReadonlySignal } from '@preact/signals';
import { watch } from './client';
import type { ViewArgs, ViewName, ViewValues } from './views';

/** A signal that follows a view while anyone looks at it; it holds `initial` until the first answer. `fail` hears a refusal. */
export function live<N extends ViewName>(
  name: N,
  args: ViewArgs<N>,
  initial: ViewValues[N] | undefined,
  fail?: (problem: string) => void,
): ReadonlySignal<ViewValues[N] | undefined> {
  let stop: (() => void) | undefined;
  return signal<ViewValues[N] | undefined>(initial, {
    watched() {
      const take = (value: ViewValues[N]) => {
        this.value = value;
      };
      stop = watch(name, args, take, fail);
    },
    unwatched() {
      stop?.();
    },
  });
}
