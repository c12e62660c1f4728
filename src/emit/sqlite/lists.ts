/**
 * What is asked of the elements of a list, by subqueries over json_each(): SQLite takes none in a CHECK, so such a check
 * becomes a trigger. Everything else is named with its table there: json_each() has columns `id`, `type` and `value`.
 */
import { type Comparison, comparison, typed } from './comparison.ts';
import { atom, compound, type Piece, tight, Untranslatable } from './piece.ts';
import type { Form } from './stored-type.ts';

/** Elements that JSON gives back as they are stored in columns. */
const ELEMENTS: ReadonlySet<Form> = new Set(['text', 'integer', 'uuid']);

function elementOf(list: Piece): Piece {
  const element = list.form === 'list' ? (list.type?.element ?? null) : null;
  if (element === null || !ELEMENTS.has(element.form)) throw new Untranslatable('the elements of such a list');
  return atom('item.value', element.form, true, { type: element });
}

function some(list: Piece, condition: string): string {
  return `exists (select 1 from json_each(${list.text}) as item where ${condition})`;
}

/** `list <@ array[…]`: NULL is in no list. */
export function containedIn(list: Piece, items: readonly Piece[]): Piece {
  const element = elementOf(list);
  const texts = items.map((item) => {
    comparison('=', element, item);
    return typed(item, element).text;
  });
  const stranger = some(list, `item.value is null or item.value not in (${texts.join(', ')})`);
  return compound(`case when ${tight(list)} is not null then not ${stranger} end`, 'boolean', list.nullable);
}

/** `value operator any (list)`, or `all`: unknown when no element decides and one of them, or the value, is NULL. */
export function quantified(operator: Comparison, value: Piece, list: Piece, quantifier: 'any' | 'all'): Piece {
  const element = elementOf(list);
  const holds = comparison(operator, value, element);
  const decides = some(list, quantifier === 'any' ? holds : `not (${holds})`);
  const known = typed(value, element);
  const unknown = `${tight(list)} is null or ${some(list, `item.value is null or ${tight(known)} is null`)}`;
  const [decided, otherwise] = quantifier === 'any' ? ['true', 'false'] : ['false', 'true'];
  const text = `case when ${decides} then ${decided} when ${unknown} then null else ${otherwise} end`;
  return compound(text, 'boolean', true);
}

/** `array_position(list, null)`. */
export function placeOfNull(list: Piece): Piece {
  if (list.form !== 'list') throw new Untranslatable('array_position()');
  const text = `(select item.key + 1 from json_each(${list.text}) as item where item.type = 'null' limit 1)`;
  return atom(text, 'integer', true);
}
