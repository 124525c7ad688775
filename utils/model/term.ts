/** One reason for an item's place: whole points and what its sentence needs. */
export type Term =
  | { code: 'due'; points: number; days: number } // days until due; negative when late
  | { code: 'value'; points: number; importance: 1 | 2 | 3 }
  | { code: 'waiter'; points: number; who: string; days: number }
  | { code: 'blocks'; points: number; count: number }
  | { code: 'age'; points: number; days: number; sleDays?: number | undefined } // no sleDays before history exists
  | { code: 'container'; points: number; title: string }
  | { code: 'small'; points: number; minutes: number }
  | { code: 'expedite'; points: number }
  | { code: 'blocked'; points: number; by: string }
  | { code: 'waitingOn'; points: number; on: string; followUp: boolean };

export type TermCode = Term['code'];
