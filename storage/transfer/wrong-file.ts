import type { FileProblem } from '@/utils/model/backup';

/** A file that is not put in: what is wrong with it, and in which line (from 1) where one can be named. */
export class WrongFile extends Error {
  readonly problem: FileProblem;
  readonly line: number | undefined;
  constructor(problem: FileProblem, line?: number) {
    super(line === undefined ? problem : `${problem} in line ${line}`);
    this.name = 'WrongFile';
    this.problem = problem;
    this.line = line;
  }
}
