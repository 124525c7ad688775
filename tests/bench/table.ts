import type { Samples } from './statistics';

/** One measured line. `most` is the target: a ratio to the floor, or an amount in the line's own unit. */
export type Line = {
  target: string;
  what: string;
  unit: 'ms' | 'KB' | 'MB' | 'B' | 'rows' | '×';
  ours: Samples;
  floor?: Samples | undefined;
  most?: { ratio: number } | { amount: number } | undefined;
  /** What a reader must know of this line. */
  note?: string | undefined;
};

/** Ours divided by the floor, by the medians; undefined without a floor. */
export const ratioOf = ({ ours, floor }: Line): number | undefined =>
  floor && floor.median > 0 ? ours.median / floor.median : undefined;

/** Whether the line reaches its target; undefined where there is none or nothing was measured. */
export function meets(line: Line): boolean | undefined {
  const { most, ours } = line;
  if (!most || Number.isNaN(ours.median)) return undefined;
  if ('amount' in most) return ours.median <= most.amount;
  const ratio = ratioOf(line);
  return ratio === undefined ? undefined : ratio <= most.ratio;
}

const round = (value: number): string =>
  Number.isNaN(value) ? 'not measured' : value >= 100 ? value.toFixed(0) : value.toFixed(value >= 10 ? 1 : 2);

function amount({ median, p95, n }: Samples, unit: string): string {
  if (n <= 1) return `${round(median)}${Number.isNaN(median) ? '' : ` ${unit}`}`;
  return `${round(median)} ${unit} (p95 ${round(p95)}, n ${n})`;
}

function cellsOf(line: Line): string[] {
  const ratio = ratioOf(line);
  const wanted =
    line.most && ('ratio' in line.most ? `≤ ${line.most.ratio} ×` : `≤ ${line.most.amount} ${line.unit}`);
  const met = meets(line);
  return [
    line.target,
    line.what,
    amount(line.ours, line.unit),
    line.floor ? amount(line.floor, line.unit) : '–',
    ratio === undefined ? '–' : `${ratio.toFixed(2)} ×`,
    wanted ?? '–',
    met === undefined ? '–' : met ? 'yes' : 'NO',
  ];
}

const HEADINGS = ['', 'what', 'ours', 'floor', 'ratio', 'target', 'meets?'];

/** The table as text, with the notes below it. */
export function tableOf(lines: readonly Line[]): string {
  const rows = [HEADINGS, ...lines.map(cellsOf)];
  const widths = HEADINGS.map((_, place) => Math.max(...rows.map((row) => row[place]?.length ?? 0)));
  const text = rows.map((row) =>
    row
      .map((cell, place) => cell.padEnd(widths[place] ?? 0))
      .join('  ')
      .trimEnd(),
  );
  const rule = widths.map((width) => '─'.repeat(width)).join('  ');
  const notes = lines
    .filter(({ note }) => note)
    .map(({ target, what, note }) => `${target} ${what}: ${note}`);
  return [text[0], rule, ...text.slice(1), ...(notes.length > 0 ? ['', ...notes] : [])].join('\n');
}
