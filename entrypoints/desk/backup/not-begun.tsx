import type { DeskState } from '../desk-state';
import { Outcome } from '../outcome';

/** Why something was not even begun. That it was says nothing yet: what came of it is told in its own place. */
export const NotBegun = ({ desk, place }: { desk: DeskState; place: string }) =>
  desk.problem.value?.place === place && <Outcome desk={desk} place={place} />;
