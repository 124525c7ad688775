import { useState } from 'preact/hooks';
import type { NotSaved } from '@/components/ui/not-saved';

/** Saving from a form: it closes when it was saved, else it stays with what was typed and says why. */
export function useSave(onClose: () => void) {
  const [problem, setProblem] = useState<NotSaved | undefined>();
  const [isSaving, setSaving] = useState(false);
  const done = (left: NotSaved | undefined) => {
    setSaving(false);
    setProblem(left);
    if (!left) onClose();
  };
  const closeWhenSaved = async (saving: Promise<NotSaved | undefined>) => {
    setSaving(true);
    done(await saving);
  };
  return { problem, isSaving, done, closeWhenSaved };
}
