import { casual as german } from 'chrono-node/de';
import { casual as american, GB } from 'chrono-node/en';
import { addDays, type Day } from '@/utils/model/day';
import { isDay } from '@/utils/model/is-day';
import type { Chip, Stretch } from './chip';
import { readDayWords } from './day-words';

type Reader = typeof american;
type Found = ReturnType<Reader['parse']>[number];
type Reading = Stretch & { day: Day };

/** Words before a day that belong to it: "by Friday", "bis zum 3.12.". */
const LEAD =
  /(?<=^|[\s,;(])(?:due(?:\s+(?:on|by))?|by|on|until|till|before|bis(?:\s+(?:zum|am))?|spätestens(?:\s+am)?|fällig(?:\s+(?:am|bis))?|am|zum|vor)\s+$/iu;
/** Of a past or of a length, not of a day to come. */
const NOT_TO_COME =
  /^(?:last|past|for|since|yesterday|letzte|vorige|seit|gestern|vorgestern)|\bago$|^vor\s/iu;
/** Short names of weekdays that are words of their own; they count at the end of the line or after a lead. */
const SHORT = /^(?:mon|sat|sun|wed|weekend|wochenende|mo|di|mi|do|fr|sa|so)\.?$/iu;
const LENGTH_WITHOUT_START = /^(?:\d|an?\b|one|two|three|half|ein|zwei|drei|halb)/iu;

/** The one due day that a line names: the one with a lead ("by …") before all others, then the last one. */
export function readDue(line: string, today: Day, language: string): Chip[] {
  const own = language.startsWith('de') ? german : /^en(?:-US|-CA|-PH)?$/iu.test(language) ? american : GB;
  const other = own === german ? american : german;
  let readings = [...readDayWords(line, today), ...readWith(own, line, today, 1)];
  // People write in two languages; in the other one short words are too often something else.
  if (readings.length === 0) readings = readWith(other, line, today, 4);
  const led = readings.map((reading) => withLead(line, reading));
  const due = led.findLast((reading) => reading.isLed) ?? led.at(-1);
  if (!due) return [];
  return [{ kind: 'due', value: due.day, text: line.slice(due.from, due.to), from: due.from, to: due.to }];
}

function readWith(reader: Reader, line: string, today: Day, fewestLetters: number): Reading[] {
  // Noon of today in the zone that the reader computes in: no time of day can push the day over its border.
  const reference = new Date(`${today}T12:00:00`);
  const found = reader.parse(line, reference, { forwardDate: true });
  return found.flatMap((result) => {
    const part = dayPart(reader, result, reference);
    const from = result.index + part.index;
    const reading = { from, to: from + part.text.length, day: part.day };
    return part.day !== undefined && part.text.length >= fewestLetters && isMeant(line, part, reading, today)
      ? [{ from: reading.from, to: reading.to, day: part.day }]
      : [];
  });
}

type Part = { text: string; index: number; day: Day | undefined; isRelative: boolean; hasYear: boolean };

/** The longest run of words that says a day and no hour: of "tomorrow at 5pm" the "5pm" stays in the title. */
function dayPart(reader: Reader, result: Found, reference: Date): Part {
  if (!result.start.isCertain('hour')) return partOf(result, 0);
  const words = [...result.text.matchAll(/\S+/gu)];
  for (let count = words.length - 1; count > 0; count -= 1) {
    for (const start of [0, words.length - count]) {
      const first = words[start]?.index ?? 0;
      const last = words[start + count - 1];
      const text = result.text.slice(first, (last?.index ?? 0) + (last?.[0].length ?? 0));
      const [again] = reader.parse(text, reference, { forwardDate: true });
      if (again && !again.start.isCertain('hour') && again.text.length === text.length)
        return partOf(again, first);
    }
  }
  return { text: result.text, index: 0, day: undefined, isRelative: false, hasYear: false };
}

function partOf(result: Found, index: number): Part {
  const { start } = result;
  const names = start.isCertain('day') || start.isCertain('weekday');
  const day = [start.get('year'), start.get('month'), start.get('day')]
    .map((part, place) => String(part).padStart(place === 0 ? 4 : 2, '0'))
    .join('-');
  return {
    text: result.text,
    index,
    day: names && isDay(day) ? day : undefined,
    isRelative: result.tags().has('result/relativeDate'),
    hasYear: start.isCertain('year'),
  };
}

function isMeant(line: string, part: Part, at: Stretch, today: Day): boolean {
  const { text, day } = part;
  const before = line.slice(0, at.from);
  const after = line.slice(at.to);
  const isLed = LEAD.test(before);
  if (day === undefined || day < today || day > addDays(today, 3_660)) return false;
  if (NOT_TO_COME.test(text) || /(?:\bguten|\bgood)\s+$/iu.test(before)) return false;
  // "Friday's notes", "sun-dried", "Freitag-Runde"
  if (/^(?:['’]\p{L}|-[\p{L}\p{N}])/u.test(after) || /[\p{L}\p{N}]-$/u.test(before)) return false;
  if (SHORT.test(text) || (text.includes('/') && !part.hasYear)) return isLed || /^[\s_]*$/u.test(after);
  return !(part.isRelative && LENGTH_WITHOUT_START.test(text));
}

function withLead(line: string, reading: Reading): Reading & { isLed: boolean } {
  const lead = LEAD.exec(line.slice(0, reading.from));
  const isLed = lead !== null || LEAD.test(`${line.slice(reading.from, reading.to).split(/\s/u)[0] ?? ''} `);
  return { ...reading, from: lead ? lead.index : reading.from, isLed };
}
