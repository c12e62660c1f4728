/** What only the plan will make: a text that speaks of it may well be refused, and there is nothing to say about that. */
import type { Model, SchemaObject } from '../../model/model.ts';
import type { Ident } from '../../model/name.ts';
import { quoteLiteral } from '../../text/quote.ts';
import { sqlWords } from '../../text/sql-words.ts';

function columnsOf(object: SchemaObject | undefined): readonly Ident[] {
  return object?.kind === 'table' ? object.columns.map((column) => column.name) : [];
}

function labelsOf(object: SchemaObject | undefined): readonly string[] {
  return object?.kind === 'enum' ? object.values.map((value) => value.label) : [];
}

function nameOf(object: SchemaObject): Ident {
  return typeof object.name === 'string' ? object.name : object.name.name;
}

/** @param live as the server has it now, without the renames that the plan begins with */
export function newcomers(desired: Model, live: Model): (text: string) => boolean {
  const words = new Set<Ident>();
  const literals = new Set<string>();
  for (const [key, object] of desired.objects) {
    const before = live.objects.get(key);
    if (before === undefined) words.add(nameOf(object));
    const [columns, labels] = [new Set(columnsOf(before)), new Set(labelsOf(before))];
    for (const column of columnsOf(object)) if (!columns.has(column)) words.add(column);
    for (const label of labelsOf(object)) if (!labels.has(label)) literals.add(quoteLiteral(label));
  }
  return (text) =>
    [...sqlWords(text)].some((word) => words.has(word)) || [...literals].some((literal) => text.includes(literal));
}
