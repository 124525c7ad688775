import { useEffect, useRef, useState } from 'preact/hooks';

/** Where the half-typed text of a field is kept beyond the life of its surface. */
export type HalfTypedField = {
  /** What was typed and never saved, and what the field held then. */
  recall: () => Promise<{ text: string; base?: string } | undefined>;
  /** `undefined` once it was saved or given up. */
  keep: (typed: { text: string; base: string } | undefined) => void;
};

/** `restored` stands in the field again; `apart` was typed before the field was changed elsewhere: the person chooses. */
export type Found = { kind: 'restored' } | { kind: 'apart'; text: string };

/**
 * Keeps what is typed into a field (`typed`; undefined when nothing is unsaved) and brings back what was typed before.
 * Nothing is overwritten by it: where the field holds something else by now, what was typed is only told.
 */
export function useHalfTyped(
  field: HalfTypedField | undefined,
  value: string,
  typed: string | undefined,
  putIn: (text: string) => void,
) {
  const [found, setFound] = useState<Found | undefined>();
  const [isKeeping, setKeeping] = useState(false);
  const nowRef = useRef({ field, value, putIn });
  const baseRef = useRef(value);
  useEffect(() => {
    nowRef.current = { field, value, putIn };
    if (typed === undefined) baseRef.current = value;
  });
  // Once, as the field appears: what is typed later is the person's own.
  useEffect(() => {
    void nowRef.current.field?.recall().then((kept) => {
      const { value: holds, putIn: put } = nowRef.current;
      const isSame = (kept?.base ?? holds) === holds;
      if (kept && kept.text !== holds) {
        setFound(isSame ? { kind: 'restored' } : { kind: 'apart', text: kept.text });
        if (isSame) put(kept.text);
      }
      setKeeping(true);
    });
  }, []);
  useEffect(() => {
    if (!isKeeping || found?.kind === 'apart') return;
    const isUnsaved = typed !== undefined && typed !== nowRef.current.value;
    nowRef.current.field?.keep(isUnsaved ? { text: typed, base: baseRef.current } : undefined);
    if (typed === undefined) setFound(undefined);
  }, [typed, isKeeping, found]);
  return { found, setFound };
}
