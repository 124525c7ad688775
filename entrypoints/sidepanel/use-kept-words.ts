import { useEffect, useRef } from 'preact/hooks';
import { keepHalfTyped, recallHalfTyped } from '@/utils/browser/half-typed';
import { systemClock } from '@/utils/model/clock';

/** Keeps the words of a short form as long as it is open, also beyond its surface; closed in any way, it lets them go. */
export function useKeptWords(place: string, words: string, putIn: (words: string) => void): void {
  const firstRef = useRef(words);
  useEffect(() => {
    void recallHalfTyped(place, systemClock.now()).then((kept) => kept && putIn(kept.text));
    return () => keepHalfTyped(place, undefined, systemClock.now());
  }, [place, putIn]);
  useEffect(() => {
    if (words !== firstRef.current) keepHalfTyped(place, { text: words }, systemClock.now());
  }, [place, words]);
}
