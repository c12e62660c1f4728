/** Everything that is neither a table nor a function. */
import type { DomainDef, EnumDef, ExtensionDef, SchemaDef, SequenceDef } from '../model/model.ts';
import { EXTENSION_CONTENTS } from '../target/extension-types.ts';
import { TARGETS } from '../target/list.ts';
import { didYouMean } from '../text/suggest.ts';
import { lowerCollation } from './lower-column.ts';
import { type GrantableKind, lowerGrants, lowerLiteral, lowerSequence, lowerSql } from './lower-values.ts';
import type { RawGrant } from './raw.ts';
import { resolveType } from './resolve-type.ts';
import { type Scope, type SpecDocument, valueAt } from './scope.ts';

function grantsOf(document: SpecDocument, raw: readonly RawGrant[] | undefined, kind: GrantableKind, scope: Scope) {
  return lowerGrants(raw, kind, (...path) => valueAt(document, 'grants', ...path), scope.problems);
}

export function lowerSchema(document: SpecDocument<'schema'>, scope: Scope): SchemaDef {
  const { raw } = document;
  const grants = grantsOf(document, raw.grants, 'schema', scope);
  return { kind: 'schema', name: raw.schema, comment: raw.comment ?? null, grants };
}

/** TimescaleDB makes schemas of its own and decides itself where its functions go. */
const OWN_SCHEMA: ReadonlySet<string> = new Set(['timescaledb']);

export function extensionDef(name: string, scope: Pick<Scope, 'target'>): ExtensionDef | null {
  const schema = scope.target.extensions.get(name);
  if (schema === undefined) return null;
  return { kind: 'extension', name, schema: OWN_SCHEMA.has(name) ? null : schema };
}

/** @returns `null` for one that the target lacks: only using it is an error. */
export function lowerExtension(document: SpecDocument<'extension'>, scope: Scope): ExtensionDef | null {
  const name = document.raw.extension;
  const found = extensionDef(name, scope);
  const known = new Set([
    ...EXTENSION_CONTENTS.keys(),
    ...Object.values(TARGETS).flatMap((target) => [...target.extensions.keys()]),
  ]);
  if (found === null && !known.has(name)) {
    scope.problems.report('unknown-extension', valueAt(document, 'extension'), `There is no extension \`${name}\`.`, {
      help: didYouMean(name, known) ?? `the extensions are ${[...known].join(', ')}.`,
    });
  }
  return found;
}

export function lowerEnum(document: SpecDocument<'enum'>): EnumDef {
  const { raw, name } = document;
  const values = raw.values.map((value) =>
    typeof value === 'string'
      ? { label: value, renamedFrom: null }
      : { label: value.value, renamedFrom: value.renamed_from },
  );
  return { kind: 'enum', name, values, comment: raw.comment };
}

export function lowerDomain(document: SpecDocument<'domain'>, scope: Scope): DomainDef | null {
  const { raw, name } = document;
  const type = resolveType(raw.type, valueAt(document, 'type'), scope);
  if (type === null) return null;
  return {
    kind: 'domain',
    name,
    type,
    collation: lowerCollation(raw.collation),
    nullable: raw.nullable ?? true,
    default: raw.default === undefined ? null : lowerLiteral(raw.default),
    checks: Object.entries(raw.checks ?? {}).map(([check, sql]) => ({ name: check, expr: lowerSql(sql) })),
    comment: raw.comment,
  };
}

export function lowerSequenceDef(document: SpecDocument<'sequence'>, scope: Scope): SequenceDef {
  const { raw, name } = document;
  return {
    kind: 'sequence',
    name,
    options: lowerSequence(raw, raw.type ?? 'bigint'),
    ownedBy: null,
    comment: raw.comment,
    grants: grantsOf(document, raw.grants, 'sequence', scope),
  };
}
