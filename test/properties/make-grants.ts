/** Grants of a generated Model. */
import type { Grant, Privilege } from '../../src/model/model.ts';
import type { Ident } from '../../src/model/name.ts';
import type { Choices } from './choices.ts';
import { ROLES } from './names.ts';

const BY_COLUMN: ReadonlySet<Privilege> = new Set<Privilege>(['select', 'insert', 'update', 'references']);

/** At most one role and two privileges. @param columns that a grant may be limited to. */
export function relationGrants(
  c: Choices,
  privileges: readonly Privilege[],
  columns: readonly Ident[],
): readonly Grant[] {
  if (!c.once(3)) return [];
  const role = c.pick([...ROLES, 'public']) ?? 'public';
  const grantable = role !== 'public' && c.once(5);
  return c.some(privileges, 2).flatMap((privilege): readonly Grant[] => {
    const limited = BY_COLUMN.has(privilege) && columns.length > 0 ? c.of('no', 'no', 'yes', 'both') : 'no';
    const some = limited === 'no' ? null : [...c.some(columns, 3)].sort();
    return [
      ...(limited === 'yes' ? [] : [{ role, privilege, columns: null, grantable }]),
      ...(some === null ? [] : [{ role, privilege, columns: some, grantable }]),
    ];
  });
}
