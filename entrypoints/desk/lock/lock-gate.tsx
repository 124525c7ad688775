import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { LockView } from '@/components/ui/lock-view';
import { forgetShown } from '@/utils/browser/forget-shown';
import { send } from '@/utils/messaging/client';
import { systemClock } from '@/utils/model/clock';
import { lock } from './lock-state';
import './lock.css';

/**
 * Stands in front of every place of the desk while it is locked. When it closes or opens while the desk is there, the
 * desk begins anew: what it held is gone with its document.
 */
export function LockGate({ children }: { children: ComponentChildren }) {
  const view = lock.value;
  const isLocked = view?.isLocked;
  const beforeRef = useRef<boolean | undefined>(undefined);
  useEffect(() => {
    if (view?.isSet) forgetShown();
    if (isLocked === undefined) return;
    if (beforeRef.current !== undefined && beforeRef.current !== isLocked) location.reload();
    beforeRef.current = isLocked;
  }, [isLocked, view?.isSet]);
  if (!view?.isLocked) return <>{children}</>;
  return (
    <div class="lock-desk">
      <LockView
        lock={view}
        now={() => systemClock.now()}
        onOpen={(secret) => send('lock.open', { secret })}
      />
    </div>
  );
}
