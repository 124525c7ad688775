/**
 * The form of a page's title: "{title} · Issue #{id} · {}". `{title}` is the item's, `{id}` its id or label as the
 * title writes it, `{}` something else, `{place}` something else that never holds the separator before it. What stands behind the title is taken as short as it can be, and where
 * that is a guess (the title itself may hold " - ") a heading of the page decides: see `rest` of ReadTitle.
 */
export type TitlePattern = string;

/**
 * A page title (`document.title`, Open Graph) read by the tool's grammar.
 * `agrees` tells whether the id in it is this item's (undefined: the grammar carries no id).
 * `rest` is given where the end of the title is a guess: a heading that stands at its start decides.
 */
export type ReadTitle = { title: string; agrees?: boolean; rest?: string };

/**
 * The title that a page's title holds by this pattern; undefined where it has another form: where what stands in the
 * place of the id can be none, too. `isOwn` tells of a text whether it is this item's id; undefined: of no other's.
 */
export function matchTitle(
  pattern: TitlePattern,
  raw: string,
  isOwn: (text: string) => boolean | undefined,
): ReadTitle | undefined {
  const at = pattern.indexOf('{title}');
  const isId = (text: string) => isOwn(text) === true;
  const before = takeFromStart(pattern.slice(0, at), raw);
  const after = before && takeFromEnd(pattern.slice(at + '{title}'.length), before.rest, isId);
  if (!before || !after || after.rest.trim() === '') return undefined;
  const ids = [...before.ids, ...after.ids];
  if (ids.some((id) => !isId(id) && !/\d/.test(id))) return undefined;
  const said = ids.map(isOwn);
  return {
    title: after.rest.trim(),
    ...(ids.length > 0 && !said.includes(undefined) && { agrees: !said.includes(false) }),
    ...(after.guessed !== undefined && { rest: after.guessed }),
  };
}

/**
 * Is the text one of an item's names? Undefined where it has another form than they: a tool may show a key where the
 * address has a number, and that is no other item.
 */
export function isNamed(text: string, names: readonly string[]): boolean | undefined {
  if (names.includes(text)) return true;
  return names.some((name) => formOf(name) === formOf(text)) ? false : undefined;
}

const FORMS = [/^\d+$/, /^[a-z]\w*-\d+$/i, /\s/];
const formOf = (id: string): number => FORMS.findIndex((form) => form.test(id));

type Taken = { rest: string; ids: string[]; guessed?: string | undefined };

/** Texts and holes of a pattern's part, alternating; the first and last are texts, perhaps empty. */
const piecesOf = (pattern: string): string[] => pattern.split(/(\{[a-z]*\})/);

/** Takes what stands before the title, each hole as short as it can be. */
function takeFromStart(pattern: string, raw: string): Taken | undefined {
  const [first = '', ...pieces] = piecesOf(pattern);
  if (!raw.startsWith(first)) return undefined;
  let rest = raw.slice(first.length);
  const ids: string[] = [];
  for (let place = 0; place < pieces.length; place += 2) {
    const text = pieces[place + 1] ?? '';
    const end = text === '' ? rest.length : rest.indexOf(text);
    if (end <= 0) return undefined;
    if (pieces[place] === '{id}') ids.push(rest.slice(0, end));
    rest = rest.slice(end + text.length);
  }
  return { rest, ids };
}

/**
 * Takes what stands behind the title, from the end on, each hole as short as it can be, so that the id is the item's:
 * where a hole's own text has the separator too, the id tells how far it goes.
 */
function takeFromEnd(pattern: string, raw: string, isId: (text: string) => boolean): Taken | undefined {
  const pieces = piecesOf(pattern);
  const last = pieces.pop() ?? '';
  if (!raw.endsWith(last)) return undefined;
  const whole = raw.slice(0, raw.length - last.length);
  const ways = endsOf(pieces, { rest: whole, ids: [] });
  const taken = ways.find(({ ids }) => ids.every(isId)) ?? ways[0];
  const isGuess = pieces.includes('{}') && taken?.ids.length === 0;
  return taken && { ...taken, guessed: isGuess ? whole : undefined };
}

/** So many separators are tried for each hole. */
const TRIES = 4;

/** All ways to take the pieces (texts and holes, alternating) from the end, the shortest holes first. */
function endsOf(pieces: readonly string[], { rest, ids }: Taken): Taken[] {
  const [text, hole] = pieces.slice(-2);
  if (text === undefined || hole === undefined) return [{ rest, ids }];
  const ways: Taken[] = [];
  let start = rest.lastIndexOf(text, rest.length - text.length - 1);
  for (let tries = 0; tries < TRIES && start >= 0; tries += 1) {
    const value = rest.slice(start + text.length);
    const taken = { rest: rest.slice(0, start), ids: hole === '{id}' ? [...ids, value] : ids };
    ways.push(...endsOf(pieces.slice(0, -2), taken));
    start = start === 0 ? -1 : rest.lastIndexOf(text, start - 1);
  }
  return ways;
}
