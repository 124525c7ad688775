import { computed } from '@preact/signals';
import { live } from '@/utils/messaging/live';
import type { DeskState } from '../desk-state';
import { type Granted, type Grants, type Optional, OPTIONAL, SITES } from './grants';

/** Where the outcome of switching a permission is told. */
export const placeOf = (name: string): string => `seen-${name}`;

export type Features = ReturnType<typeof createFeatures>;

/** What each optional permission is for: whether it is switched on with us, and how it is switched. */
export function createFeatures(desk: DeskState, grants: Grants) {
  const backup = live('backup', {}, undefined);
  const lock = live('lock', {}, undefined);
  /** Undefined as long as it is not known. */
  const isUsed = computed<Record<Optional, boolean | undefined>>(() => ({
    downloads: backup.value?.schedule.isOn,
    notifications: desk.settings.value?.notify,
    idle: lock.value?.isSet,
  }));

  /** Switches the feature itself. The lock asks for the time by itself where it may: there is nothing to switch. */
  async function turn(name: Optional, isOn: boolean): Promise<boolean> {
    const place = placeOf(name);
    if (name === 'downloads') return desk.save(place, 'backup.schedule', { isOn });
    if (name === 'notifications') return desk.save(place, 'settings.change', { notify: isOn });
    return true;
  }

  async function switchOn(name: Optional): Promise<void> {
    if (await grants.ask(name)) await turn(name, true);
  }

  async function switchOff(name: Optional): Promise<boolean> {
    // The feature first: with its permission gone it would only report that it is missing.
    if (isUsed.peek()[name] === true) await turn(name, false);
    return grants.takeBack(name);
  }

  return {
    isUsed,
    turn,
    switchOn,
    switchOff,
    /** Gives every permission and every site back; what the browser keeps is said at its row. */
    async giveAllBack({ permissions, sites }: Granted): Promise<void> {
      let kept: string | undefined;
      for (const site of sites) if (!(await grants.takeSiteBack(site))) kept = SITES;
      for (const name of OPTIONAL) if (permissions.has(name) && !(await switchOff(name))) kept = name;
      grants.answer.value = kept === undefined ? undefined : { about: kept, kind: 'kept' };
    },
  };
}
