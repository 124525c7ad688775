import type { Settings } from '@/utils/model/settings';
import type { DeskState } from '../desk-state';

/** Saves one setting and tells the outcome beside it. */
export type SaveSetting = <K extends keyof Settings>(name: K, value: Settings[K]) => void;
/** What a part of the settings page gets. */
export type PartProps = { desk: DeskState; values: Settings; save: SaveSetting };
