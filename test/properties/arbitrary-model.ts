/**
 * Random Models that PostgreSQL of a given version can hold, and random pairs of them.
 *
 * A Model is made from a recipe of numbers by functions that turn any numbers into something valid: what does not fit is left
 * out. So fast-check can shrink what it found by dropping and lowering numbers, and a small edit of a recipe gives a Model
 * that is a little different.
 */
import fc from 'fast-check';
import { modelOf } from '../../src/model/keys.ts';
import type { ExtensionDef, Model, SchemaDef } from '../../src/model/model.ts';
import type { Types } from './make-columns.ts';
import { makeFunctions } from './make-functions.ts';
import { makeTables, type Taken, take } from './make-tables.ts';
import { makeDomains, makeEnums, makeSequences, withOwner } from './make-types.ts';
import { makeViews } from './make-views.ts';
import { ALL_SCHEMAS } from './names.ts';
import { type Edit, editRecipe, edits, type Recipe, recipes } from './recipe.ts';
import { planFromNothing, shown } from './show-model.ts';

/** Made on the server before any test. */
export const EXTENSIONS: readonly string[] = ['citext', 'btree_gist', 'pg_trgm'];

/** @param major version of PostgreSQL, which decides what a Model may have */
export function makeModel(recipe: Recipe, major: number): Model {
  const taken: Taken = new Set();
  const enums = makeEnums(recipe.enums).filter(({ name }) => take(taken, name));
  const functions = makeFunctions(recipe.functions, enums);
  const domains = makeDomains(recipe.domains).filter(({ name }) => take(taken, name));
  const ownerless = makeSequences(recipe.sequences).filter(({ sequence }) => take(taken, sequence.name));
  const types: Types = { enums, domains, functions, sequences: ownerless.map(({ sequence }) => sequence), major };
  const tables = makeTables(recipe, types, taken);
  return modelOf([
    ...ALL_SCHEMAS.map((name): SchemaDef => ({ kind: 'schema', name, comment: null, grants: [] })),
    ...EXTENSIONS.map((name): ExtensionDef => ({ kind: 'extension', name, schema: 'public' })),
    ...enums,
    ...domains,
    ...ownerless.map((one) => withOwner(one, tables)),
    ...functions,
    ...tables,
    ...makeViews(recipe.views, tables, functions, major, taken),
  ]);
}

export function arbitraryModel(major: number): fc.Arbitrary<Model> {
  return recipes.map((recipe) => makeModel(recipe, major));
}

export interface ModelPair {
  readonly a: Model;
  readonly b: Model;
}

function seldom<T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | null> {
  return fc.oneof({ weight: 5, arbitrary: fc.constant(null) }, { weight: 1, arbitrary });
}

/** One in six is a Model with nothing in common but names; the others are a Model and what a few edits make of it. */
export function arbitraryPair(major: number): fc.Arbitrary<ModelPair> {
  return fc
    .record({ recipe: recipes, other: seldom(recipes), changes: edits })
    .map(({ recipe, other, changes }: { recipe: Recipe; other: Recipe | null; changes: readonly Edit[] }) => {
      const a = makeModel(recipe, major);
      const b = makeModel(other ?? editRecipe(recipe, changes), major);
      const making = (model: Model) => shown(planFromNothing(model, major));
      return { a, b, [fc.toStringMethod]: () => `a:\n${making(a)}b:\n${making(b)}` };
    });
}
