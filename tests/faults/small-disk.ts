import { execFileSync } from 'node:child_process';
import {
  closeSync,
  mkdirSync,
  openSync,
  rmSync,
  statfsSync,
  statSync,
  truncateSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';

const MB = 1_024 * 1_024;
const run = (program: string, ...args: string[]) => execFileSync(program, args, { stdio: 'pipe' });

/** Why no small disk can be made here; undefined where it can. */
export function noSmallDisk(): string | undefined {
  return process.getuid?.() === 0 ? undefined : 'only root may mount a small disk';
}

/** A disk of its own under a folder, of ext4 in a file or, where no loop device is to be had, in memory. */
export class SmallDisk {
  readonly #at: string;
  readonly kind: 'ext4' | 'tmpfs';

  constructor(at: string, image: string, megabytes: number) {
    this.#at = at;
    mkdirSync(at, { recursive: true });
    this.kind = this.#mount(image, megabytes);
  }

  #mount(image: string, megabytes: number): 'ext4' | 'tmpfs' {
    try {
      run('truncate', '-s', `${megabytes}M`, image);
      run('mkfs.ext4', '-q', '-F', '-m', '0', image);
      run('mount', '-o', 'loop', image, this.#at);
      rmSync(join(this.#at, 'lost+found'), { recursive: true, force: true });
      return 'ext4';
    } catch {
      run('mount', '-t', 'tmpfs', '-o', `size=${megabytes}m`, 'tmpfs', this.#at);
      return 'tmpfs';
    }
  }

  get #filling(): string {
    return join(this.#at, 'filling.bin');
  }

  /** Another program writes until nothing fits any more. */
  fill(): void {
    const file = openSync(this.#filling, 'a');
    try {
      for (const size of [MB, 4_096, 512, 1])
        try {
          for (;;) writeSync(file, Buffer.alloc(size, 1));
        } catch {
          // Full for pieces of this size: smaller ones may still fit.
        }
    } finally {
      closeSync(file);
    }
  }

  /** Bytes that programs may still write. */
  get freeBytes(): number {
    const { bavail, bsize } = statfsSync(this.#at);
    return bavail * bsize;
  }

  /** The other program takes or gives back so much that just these bytes are free. */
  leave(bytes: number): void {
    closeSync(openSync(this.#filling, 'a'));
    const wanted = statSync(this.#filling).size + this.freeBytes - bytes;
    truncateSync(this.#filling, 0);
    run('fallocate', '-l', String(wanted), this.#filling);
  }

  /** The other program gives some bytes back, as one that hovers around a full disk does. */
  giveBack(bytes: number): void {
    truncateSync(this.#filling, Math.max(0, statSync(this.#filling).size - bytes));
  }

  free(): void {
    rmSync(this.#filling, { force: true });
  }

  remove(): void {
    run('umount', '-l', this.#at);
  }
}
