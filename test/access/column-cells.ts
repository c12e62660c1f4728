/** Which columns the specs open, and whether exactly these are granted: every column, role and privilege. */
import type { Session } from '../../src/db/session.ts';
import type { Access, AccessWord, TableInfo, Verb } from '../../src/model/info.ts';
import { keyOf } from '../../src/model/keys.ts';
import type { Column } from '../../src/model/model.ts';
import type { Ident } from '../../src/model/name.ts';
import type { Roles } from '../../src/target/target.ts';
import { openTables, type Person, type Specs, tableSql, wordsFor } from './expected-rows.ts';

export function mayRead(column: Ident, as: Person['as'], { hidden }: Access, { pii }: TableInfo): boolean {
  if (as === 'service') return true;
  return pii.get(column) !== 'secret' && (as === 'staff' || !hidden.has(column));
}

export function mayWrite({ name, value }: Column, as: Person['as'], { fixed }: Access): boolean {
  if (value.kind === 'generated' || (value.kind === 'identity' && value.mode === 'always')) return false;
  return as === 'staff' || as === 'service' || !fixed.has(name);
}

const ACTORS = ['anonymous', 'member', 'staff', 'service'] as const;
const COLUMN_VERBS = ['select', 'insert', 'update'] as const satisfies readonly Verb[];

interface ColumnCell {
  readonly role: string;
  readonly table: string;
  readonly column: string;
  readonly verb: Verb;
  readonly expected: boolean;
}

/** A visitor's only word may be `viewers`, which opens a table or not by what its parent says: rows tell. */
function isCertain(words: readonly AccessWord[]): boolean {
  return words.length !== 1 || words[0] !== 'viewers';
}

function columnCells(specs: Specs, roles: Roles): readonly ColumnCell[] {
  return openTables(specs).flatMap(([table, access]) => {
    const info = specs.info.get(keyOf(table));
    if (info === undefined) return [];
    return ACTORS.flatMap((as) =>
      COLUMN_VERBS.flatMap((verb) => {
        const words = wordsFor(access.words[verb], { as, id: null });
        if (as === 'anonymous' && !isCertain(words)) return [];
        return table.columns.flatMap((column): readonly ColumnCell[] => {
          if (verb !== 'select' && !mayWrite(column, 'service', access)) return [];
          const isOpen = verb === 'select' ? mayRead(column.name, as, access, info) : mayWrite(column, as, access);
          const expected = words.length > 0 && isOpen;
          return [{ role: roles[as], table: tableSql(table), column: column.name, verb, expected }];
        });
      }),
    );
  });
}

/**
 * Right after right that is granted on a column, or on its table, against the specs. TRUNCATE, REFERENCES and TRIGGER are
 * for the owner of a table alone.
 *
 * @param session of a superuser
 */
export async function checkColumns(
  session: Session,
  specs: Specs,
  roles: Roles,
): Promise<{ readonly cells: number; readonly wrong: readonly string[] }> {
  const cells = columnCells(specs, roles);
  const wrong = await session.query(
    `select format('%s.%s: %s may %s', c.table, c.column, c.role, case when c.expected then 'not ' else '' end || c.verb)
     from jsonb_to_recordset($1) as c("role" text, "table" text, "column" text, "verb" text, "expected" boolean)
     where has_column_privilege(c.role, c.table, c.column, c.verb) <> c.expected`,
    [JSON.stringify(cells)],
  );
  const names = openTables(specs).map(([table]) => tableSql(table));
  const beyond = await session.query(
    `select format('%s: %s may %s', t, r, p)
     from jsonb_array_elements_text($1) as t, jsonb_array_elements_text($2) as r,
       unnest(array['truncate', 'references', 'trigger']) as p
     where has_table_privilege(r, t, p)`,
    [JSON.stringify(names), JSON.stringify(ACTORS.map((as) => roles[as]))],
  );
  return {
    cells: cells.length + names.length * ACTORS.length * 3,
    wrong: [...wrong, ...beyond].map(([line]) => line ?? ''),
  };
}
