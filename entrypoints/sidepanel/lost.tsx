import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { LostInventory } from '@/components/ui/lost-inventory';
import type { RecoveryView } from '@/utils/model/recovery';
import { run } from './saving';
import type { Sidebar } from './sidebar';

/** Stands where the list would be while the inventory cannot be opened as it was. */
export function Lost({ sidebar }: { sidebar: Sidebar }) {
  const view = useSignal<RecoveryView | undefined>(undefined);
  useEffect(
    () =>
      sidebar.wire.watch('recovery', {}, (told) => {
        view.value = told;
      }),
    [sidebar, view],
  );
  return (
    <LostInventory
      view={view.value}
      hasKept={false}
      onOpen={() => void run(sidebar, 'desk.open', { place: 'recovery' })}
    />
  );
}
