/**
 * What a Model is made from: numbers alone, in the places where its parts are. A Model that differs a little from another is
 * made from a recipe that does.
 */
import fc from 'fast-check';
import type { Part } from './choices.ts';

export interface TableRecipe {
  readonly head: Part;
  readonly columns: readonly Part[];
  readonly constraints: readonly Part[];
  readonly indexes: readonly Part[];
  readonly policies: readonly Part[];
  readonly triggers: readonly Part[];
  readonly grants: readonly Part[];
}

export interface Recipe {
  readonly enums: readonly Part[];
  readonly domains: readonly Part[];
  readonly sequences: readonly Part[];
  readonly functions: readonly Part[];
  readonly tables: readonly TableRecipe[];
  readonly views: readonly Part[];
}

/** One step from a recipe to another. */
export interface Edit {
  readonly what: 'change' | 'remove' | 'add';
  /** Which part, modulo how many there are. */
  readonly where: number;
  /** Which number of it. */
  readonly at: number;
  readonly value: number;
  /** What is added beside the part. */
  readonly part: Part;
}

const number = fc.nat({ max: 255 });
const part: fc.Arbitrary<Part> = fc.array(number, { maxLength: 18, size: 'max' });
const parts = (minLength: number, maxLength: number) => fc.array(part, { minLength, maxLength, size: 'max' });

const table: fc.Arbitrary<TableRecipe> = fc.record({
  head: part,
  columns: parts(1, 7),
  constraints: parts(0, 5),
  indexes: parts(0, 4),
  policies: parts(0, 2),
  triggers: parts(0, 2),
  grants: parts(0, 2),
});

export const recipes: fc.Arbitrary<Recipe> = fc.record({
  enums: parts(0, 2),
  domains: parts(0, 2),
  sequences: parts(0, 2),
  functions: parts(0, 4),
  tables: fc.array(table, { minLength: 1, maxLength: 4, size: 'max' }),
  views: parts(0, 3),
});

export const edits: fc.Arbitrary<readonly Edit[]> = fc.array(
  fc.record({
    what: fc.constantFrom('change', 'change', 'change', 'add', 'remove'),
    where: fc.nat({ max: 9999 }),
    at: fc.nat({ max: 15 }),
    value: number,
    part,
  }),
  { minLength: 1, maxLength: 6, size: 'max' },
);

type List = Exclude<keyof Recipe, 'tables'> | Exclude<keyof TableRecipe, 'head'>;

/** A place in a recipe: a table's head, or a part in one of the lists of the recipe or of a table. */
interface Place {
  readonly table: number | null;
  readonly list: List | null;
  readonly at: number;
}

const LISTS = ['enums', 'domains', 'sequences', 'functions', 'views'] as const;
const TABLE_LISTS = ['columns', 'constraints', 'indexes', 'policies', 'triggers', 'grants'] as const;

function placesOf(recipe: Recipe): readonly Place[] {
  return [
    ...LISTS.flatMap((list) => recipe[list].map((_, at) => ({ table: null, list, at }))),
    ...recipe.tables.flatMap((own, at): readonly Place[] => [
      { table: at, list: null, at: 0 },
      ...TABLE_LISTS.flatMap((list) => own[list].map((_, nth) => ({ table: at, list, at: nth }))),
    ]),
  ];
}

function withNumber(old: Part, at: number, value: number): Part {
  const position = at % (old.length + 1);
  return [...old.slice(0, position), value, ...old.slice(position + 1)];
}

function editList(list: readonly Part[], at: number, edit: Edit): readonly Part[] {
  switch (edit.what) {
    case 'change':
      return list.map((old, nth) => (nth === at ? withNumber(old, edit.at, edit.value) : old));
    case 'remove':
      return list.filter((_, nth) => nth !== at);
    case 'add':
      return [...list, edit.part];
  }
}

function editTable(tables: readonly TableRecipe[], at: number, edit: Edit): readonly TableRecipe[] {
  const old = tables[at];
  if (old === undefined) return tables;
  switch (edit.what) {
    case 'change':
      return tables.with(at, { ...old, head: withNumber(old.head, edit.at, edit.value) });
    case 'remove':
      return tables.filter((_, nth) => nth !== at);
    // Under another name: a copy of what is there.
    case 'add':
      return [...tables, { ...old, head: edit.part }];
  }
}

function applyEdit(recipe: Recipe, edit: Edit): Recipe {
  const places = placesOf(recipe);
  const place = places[edit.where % Math.max(1, places.length)];
  if (place === undefined) return recipe;
  const { table: own, list, at } = place;
  if (own === null) return list === null ? recipe : { ...recipe, [list]: editList(recipe[list as 'enums'], at, edit) };
  if (list === null) return { ...recipe, tables: editTable(recipe.tables, own, edit) };
  return {
    ...recipe,
    tables: recipe.tables.map((old, nth) =>
      nth === own ? { ...old, [list]: editList(old[list as 'columns'], at, edit) } : old,
    ),
  };
}

export function editRecipe(recipe: Recipe, all: readonly Edit[]): Recipe {
  return all.reduce(applyEdit, recipe);
}
