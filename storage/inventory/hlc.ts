/**
 * Hybrid logical clock (Kulkarni et al. 2014) as text that sorts in the order of happening:
 * 16 digits of ms since the epoch, 4 hexadecimal digits of a counter, the device. It never goes back when the wall clock does.
 */
export function tick(last: string, now: number, device: string): string {
  const lastMs = Number(last.slice(0, 16)) || 0;
  if (now > lastMs) return write(now, 0, device);
  const counter = Number.parseInt(last.slice(17, 21), 16) + 1;
  return counter > 0xffff ? write(lastMs + 1, 0, device) : write(lastMs, counter, device);
}

const write = (ms: number, counter: number, device: string): string =>
  `${String(ms).padStart(16, '0')}-${counter.toString(16).padStart(4, '0')}-${device}`;
