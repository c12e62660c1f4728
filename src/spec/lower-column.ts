/** A column in the spec -> a column of the Model. */
import type { Column, ColumnValue } from '../model/model.ts';
import type { Ident, QName } from '../model/name.ts';
import type { DataType } from '../model/type.ts';
import { listOf } from '../text/suggest.ts';
import { lowerLiteral, lowerSequence, lowerSql } from './lower-values.ts';
import { resolveType } from './resolve-type.ts';
import { type DeclaredColumn, keyAt, type Scope, valueAt } from './scope.ts';

const INTEGERS = ['smallint', 'integer', 'bigint'] as const;

/** Collations are only those that come with the server, so they need no schema in a spec. */
export function lowerCollation(name: string | undefined): QName | null {
  return name === undefined ? null : { schema: 'pg_catalog', name };
}

function lowerIdentity(column: DeclaredColumn, type: DataType, scope: Scope): ColumnValue {
  const { identity } = column.raw;
  if (identity === undefined) return { kind: 'none' };
  const integer = INTEGERS.find((one) => type.schema === null && type.name === one && type.dimensions === 0);
  if (integer === undefined) {
    const span = keyAt(column.place, ...column.path, 'identity');
    scope.problems.report('identity-type', span, `An identity column must be ${listOf(INTEGERS)}.`, {
      help: 'change its `type`, or give it a `default` instead.',
    });
    return { kind: 'none' };
  }
  const [mode, options] = typeof identity === 'string' ? [identity, {}] : [identity.mode, identity];
  return { kind: 'identity', mode, options: lowerSequence(options, integer) };
}

function lowerValue(column: DeclaredColumn, type: DataType, scope: Scope): ColumnValue {
  const { raw, place, path } = column;
  const given = (['default', 'identity', 'generated'] as const).filter((key) => raw[key] !== undefined);
  const [first, second] = given;
  if (first !== undefined && second !== undefined) {
    const message = `A column has either \`${first}\` or \`${second}\`.`;
    scope.problems.report('conflicting-keys', keyAt(place, ...path, second), message, {
      help: 'leave one of them out.',
      related: [{ message: 'the other is here', span: keyAt(place, ...path, first) }],
    });
  }
  if (raw.default !== undefined) return { kind: 'default', expr: lowerLiteral(raw.default) };
  if (raw.generated !== undefined) return { kind: 'generated', expr: lowerSql(raw.generated), stored: true };
  return lowerIdentity(column, type, scope);
}

/** @returns `null`, with a problem reported, when its type is unknown. */
export function lowerColumn(column: DeclaredColumn, primaryKey: readonly Ident[], scope: Scope): Column | null {
  const { raw, place, path } = column;
  // In the short form there is no `type`, and the span is that of the value.
  const type = resolveType(raw.type, valueAt(place, ...path, 'type'), scope);
  if (type === null) return null;
  const isKey = primaryKey.includes(column.name);
  if (isKey && raw.nullable === true) {
    const span = keyAt(place, ...path, 'nullable');
    scope.problems.report('nullable-primary-key', span, `\`${column.name}\` is part of the primary key.`, {
      help: 'leave `nullable` out: a primary key is never null.',
    });
  }
  return {
    name: column.name,
    type,
    nullable: !isKey && raw.nullable === true,
    value: lowerValue(column, type, scope),
    collation: lowerCollation(raw.collation),
    comment: raw.comment ?? null,
    renamedFrom: raw.renamed_from ?? null,
  };
}
