/** `erasure:` of a table, with its columns checked; the ways through other tables are followed in `erasure-plan.ts`. */
import type { Erasure, ErasureAction } from '../model/info.ts';
import type { Expr } from '../model/model.ts';
import type { Ident } from '../model/name.ts';
import { lowerSql } from './lower-values.ts';
import type { RawErasure } from './raw.ts';
import { findDeclaredTable, hasColumn, keyAt, valueAt } from './scope.ts';
import type { TableContext } from './table-context.ts';

type RawAction = NonNullable<RawErasure['people']>[string];

function clearedColumn(
  context: TableContext,
  path: string,
  column: Ident,
  at: number,
): readonly (readonly [Ident, Expr])[] {
  const { document, declared, scope } = context;
  const span = valueAt(document, 'erasure', 'people', path, 'clear', at);
  if (!hasColumn(declared, column, span, scope)) return [];
  if (declared.columns?.get(column)?.raw.nullable === true) return [[column, 'null']];
  scope.problems.report('clears-required', span, `\`${column}\` is never null, so erasure cannot clear it.`, {
    help: `write what it becomes: \`set: { ${column}: "''" }\`, or make the column nullable.`,
  });
  return [];
}

function lowerAction(context: TableContext, path: string, raw: RawAction): ErasureAction {
  const { document, declared, scope } = context;
  switch (raw) {
    case 'delete':
      return { kind: 'delete', where: null };
    case 'keep':
      return { kind: 'keep' };
    case 'unlink':
      return { kind: 'change', set: new Map([[path, 'null']]), where: null };
    default: {
      const cleared = (raw.clear ?? []).flatMap((column, at) => clearedColumn(context, path, column, at));
      const set = Object.entries(raw.set ?? {}).flatMap(([column, sql]) => {
        const span = keyAt(document, 'erasure', 'people', path, 'set', column);
        return hasColumn(declared, column, span, scope) ? [[column, lowerSql(sql)] as const] : [];
      });
      const where = raw.where === undefined ? null : lowerSql(raw.where);
      if (raw.delete === true) return { kind: 'delete', where };
      return { kind: 'change', set: new Map([...cleared, ...set]), where };
    }
  }
}

/** Whether the last table of the path has its column; tables on the way must be there. */
function isKnownPath(context: TableContext, path: string): boolean {
  const { document, declared, scope } = context;
  const span = keyAt(document, 'erasure', 'people', path);
  const steps = path.split('.');
  const column = steps[steps.length - 1] ?? '';
  const parents = steps.slice(0, -1).map((table) => findDeclaredTable(table, span, scope));
  const last = parents.length === 0 ? declared : (parents[parents.length - 1] ?? null);
  return last !== null && parents.every((parent) => parent !== null) && hasColumn(last, column, span, scope);
}

export function lowerErasure(context: TableContext): Erasure {
  const { raw, section } = context.document;
  const { domain, keep, people = {} } = raw.erasure ?? {};
  const known = Object.entries(people).filter(([path]) => isKnownPath(context, path));
  return {
    domain: domain ?? context.scope.project.erasure?.domains.get(section ?? '') ?? null,
    keep: keep ?? null,
    people: new Map(known.map(([path, action]) => [path, lowerAction(context, path, action)] as const)),
  };
}
