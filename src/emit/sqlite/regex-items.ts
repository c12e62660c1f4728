/** The part of PostgreSQL's regular expressions that is turned into GLOB. */
import { ANY, type CharClass, single } from './char-class.ts';
import { Untranslatable } from './piece.ts';

export interface Run {
  readonly of: CharClass;
  readonly min: number;
  /** `null`: no end. */
  readonly max: number | null;
}

export type Item =
  | Run
  | { readonly options: readonly (readonly Item[])[]; readonly min: number; readonly max: number | null };

/** Reads the part of PostgreSQL's regular expressions that is turned into GLOB. */
export function readItems(text: string): readonly (readonly Item[])[] {
  let at = 0;
  const take = (): string => {
    const char = text[at];
    if (char === undefined) throw new Untranslatable('a regular expression that ends too early');
    at += 1;
    return char;
  };
  const escaped = (): string => {
    const char = take();
    if (/[A-Za-z0-9]/.test(char)) throw new Untranslatable(`\\${char} in a regular expression`);
    return char;
  };
  const readClass = (): CharClass => {
    const negated = text[at] === '^';
    if (negated) at += 1;
    const ranges: (readonly [string, string])[] = [];
    for (let isFirst = true; isFirst || text[at] !== ']'; isFirst = false) {
      let low = take();
      if (low === '[' && /[:.=]/.test(text[at] ?? '')) throw new Untranslatable('a named class of characters');
      if (low === '\\') low = escaped();
      if (text[at] === '-' && text[at + 1] !== ']') {
        at += 1;
        let high = take();
        if (high === '\\') high = escaped();
        ranges.push([low, high]);
      } else {
        ranges.push([low, low]);
      }
    }
    at += 1;
    return { negated, ranges };
  };
  const readTimes = (): Pick<Run, 'min' | 'max'> => {
    const [whole, sign, low, comma, high] = /^(?:([*+?])|\{(\d+)(?:(,)(\d*))?\})/.exec(text.slice(at)) ?? [''];
    at += whole.length;
    if (whole !== '' && /[*+?{]/.test(text[at] ?? '')) throw new Untranslatable('a quantifier that is not greedy');
    if (whole === '') return { min: 1, max: 1 };
    if (sign !== undefined) return { min: sign === '+' ? 1 : 0, max: sign === '?' ? 1 : null };
    const min = Number(low);
    if (comma === undefined) return { min, max: min };
    return { min, max: high === '' || high === undefined ? null : Number(high) };
  };
  const readOptions = (): readonly (readonly Item[])[] => {
    const options: Item[][] = [[]];
    while (at < text.length && text[at] !== ')') {
      const char = take();
      if (char === '|') {
        options.push([]);
        continue;
      }
      if (char === '^' || char === '$' || '*+?{'.includes(char)) throw new Untranslatable(`${char} within a pattern`);
      const current = options.at(-1);
      if (char === '(') {
        if (text[at] === '?') throw new Untranslatable('(? in a regular expression');
        const inner = readOptions();
        if (take() !== ')') throw new Untranslatable('an open group');
        current?.push({ options: inner, ...readTimes() });
        continue;
      }
      const of = char === '[' ? readClass() : char === '.' ? ANY : single(char === '\\' ? escaped() : char);
      current?.push({ of, ...readTimes() });
    }
    return options;
  };
  const options = readOptions();
  if (at < text.length) throw new Untranslatable(') in a regular expression');
  return options;
}

/** Alternatives and optional groups written out, as long as there are few. */
export function expanded(items: readonly Item[]): readonly (readonly Item[])[] {
  return items.reduce<readonly (readonly Item[])[]>(
    (starts, item) => {
      const ways: readonly (readonly Item[])[] =
        'of' in item || item.max !== 1
          ? [[item]]
          : [...(item.min === 0 ? [[]] : []), ...item.options.flatMap(expanded)];
      const all = starts.flatMap((start) => ways.map((way) => [...start, ...way]));
      if (all.length > 16) throw new Untranslatable('a regular expression of too many alternatives');
      return all;
    },
    [[]],
  );
}
