/** Indexes and the indexes behind key constraints in one form, for the rules that compare them. */
import type { Exclusion, Index, IndexKey, IndexKeyTarget, PrimaryKey, Table, Unique } from '../model/model.ts';
import type { Ident } from '../model/name.ts';
import { oncePer } from './once-per.ts';

export interface IndexShape {
  readonly name: Ident;
  readonly made: 'index' | 'primary key' | 'unique constraint' | 'exclusion constraint';
  readonly method: Index['method'];
  readonly unique: boolean;
  /** A deferrable constraint cannot be the target of a foreign key. */
  readonly deferrable: boolean;
  readonly keys: readonly IndexKey[];
  readonly include: readonly Ident[];
  readonly where: string | null;
}

function plainKey(column: Ident): IndexKey {
  return { key: { kind: 'column', column }, opclass: null, collation: null, direction: 'asc', nulls: 'last' };
}

function keyShape(constraint: PrimaryKey | Unique): IndexShape {
  return {
    name: constraint.name,
    made: constraint.kind === 'primaryKey' ? 'primary key' : 'unique constraint',
    method: 'btree',
    unique: true,
    deferrable: constraint.deferrable !== 'not deferrable',
    keys: constraint.columns.map(plainKey),
    include: constraint.include,
    where: null,
  };
}

function exclusionShape(constraint: Exclusion): IndexShape {
  return {
    name: constraint.name,
    made: 'exclusion constraint',
    method: constraint.method,
    unique: false,
    deferrable: constraint.deferrable !== 'not deferrable',
    keys: constraint.elements.map(({ key, opclass }) => ({ ...plainKey(''), key, opclass })),
    include: [],
    where: constraint.where,
  };
}

function shapesOf(table: Table): readonly IndexShape[] {
  const constraints = table.constraints.flatMap((constraint) => {
    if (constraint.kind === 'primaryKey' || constraint.kind === 'unique') return [keyShape(constraint)];
    return constraint.kind === 'exclusion' ? [exclusionShape(constraint)] : [];
  });
  const indexes = table.indexes.map((index): IndexShape => ({ ...index, made: 'index', deferrable: false }));
  return [...constraints, ...indexes];
}

/** Constraints first, as PostgreSQL makes them, then indexes. */
export const indexShapesOf: (table: Table) => readonly IndexShape[] = oncePer(shapesOf);

export function keyColumns(shape: IndexShape): readonly (Ident | null)[] {
  return shape.keys.map(({ key }) => (key.kind === 'column' ? key.column : null));
}

export function spacesFolded(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

export function samePredicate(a: string | null, b: string | null): boolean {
  return a === null || b === null ? a === b : spacesFolded(a).toLowerCase() === spacesFolded(b).toLowerCase();
}

function targetText(target: IndexKeyTarget): string {
  return target.kind === 'column' ? target.column : `(${spacesFolded(target.expr)})`;
}

function keyText(key: IndexKey, reversed: boolean): string {
  const descending = (key.direction === 'desc') !== reversed;
  const nullsFirst = (key.nulls === 'first') !== reversed;
  const collation = key.collation === null ? '' : ` collate ${key.collation.schema}.${key.collation.name}`;
  return `${targetText(key.key)}${collation} ${key.opclass ?? ''} ${descending} ${nullsFirst}`;
}

const forwards = oncePer((key: IndexKey) => keyText(key, false));
const backwards = oncePer((key: IndexKey) => keyText(key, true));

function startsLike(
  longer: readonly IndexKey[],
  shorter: readonly IndexKey[],
  textOf: (key: IndexKey) => string,
): boolean {
  return shorter.every((key, at) => {
    const other = longer[at];
    return other !== undefined && forwards(key) === textOf(other);
  });
}

/** A btree is read from both ends, so `(a, b)` also serves as `(a desc, b desc)`. */
export function startsWithKeys(longer: readonly IndexKey[], shorter: readonly IndexKey[]): boolean {
  return startsLike(longer, shorter, forwards) || startsLike(longer, shorter, backwards);
}

/** `btree (user_id, last_seen_at desc) where …`, for messages. */
export function shapeText(shape: IndexShape): string {
  const keys = shape.keys.map(({ key, direction }) => `${targetText(key)}${direction === 'desc' ? ' desc' : ''}`);
  const method = shape.method === 'btree' ? '' : `${shape.method} `;
  return `${method}(${keys.join(', ')})${shape.where === null ? '' : ` where ${spacesFolded(shape.where)}`}`;
}
