import { keyOf } from '../../model/keys.ts';
import type { Column, Table } from '../../model/model.ts';
import { displayName, type Ident } from '../../model/name.ts';
import { finding } from '../finding.ts';
import { keyColumnOf } from '../references.ts';
import type { Rule } from '../rule.ts';
import { overTables } from '../walk.ts';

/** Types that keys of tables have; the id of another system is text. */
const KEY_TYPES = new Set(['uuid', 'bigint', 'integer', 'smallint']);

function looksLikeReference({ name, type, comment }: Column): boolean {
  return name.endsWith('_id') && type.schema === null && KEY_TYPES.has(type.name) && (comment ?? '').trim() === '';
}

function referringColumns(table: Table): ReadonlySet<Ident> {
  return new Set(
    table.constraints.flatMap((constraint) => (constraint.kind === 'foreignKey' ? constraint.columns : [])),
  );
}

export const referenceUndocumented: Rule = {
  code: 'reference-undocumented',
  severity: 'warning',
  problem:
    'An id without a constraint tells neither people nor tools which table it belongs to, so nobody notices orphans.',
  instead:
    'Write `references`, or `soft_references` where no constraint can stand, or say in `comment` whose id it is.',
  check: overTables((table, context) => {
    const info = context.info.get(keyOf(table));
    // A server does not know soft references.
    if (info === undefined) return [];
    const referring = referringColumns(table);
    const key = keyColumnOf(table);
    return table.columns
      .filter(looksLikeReference)
      .filter(({ name }) => name !== key && !referring.has(name) && !info.softReferences.has(name))
      .map(({ name }) =>
        finding(context, table, {
          place: `columns.${name}`,
          message: `${displayName(table.name)}.${name} refers to something, but does not say to what.`,
          help: 'add `references`, `soft_references: TABLE`, or a `comment` that says whose id it is.',
        }),
      );
  }),
};
