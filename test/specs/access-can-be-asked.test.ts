/**
 * Whoever has a privilege can use it: no policy asks for a column, a table or a function that its reader may not use. Rights
 * are looked at when a statement starts, so that an EXPLAIN on empty tables finds what is missing.
 */
import { expect, it } from 'vitest';
import { tablesOf } from '../../src/model/keys.ts';
import type { Grant, Table } from '../../src/model/model.ts';
import { displayName } from '../../src/model/name.ts';
import { quoteIdent } from '../../src/text/quote.ts';
import { withCopyOf } from '../engines/with-engine.ts';
import { compiledSpecs, specsScript } from '../foundation/foundation-script.ts';

function statementFor(table: Table, { privilege, columns }: Grant): string | null {
  const name = `${quoteIdent(table.name.schema)}.${quoteIdent(table.name.name)}`;
  const usable = table.columns
    .filter(({ value }) => value.kind !== 'generated' && !(value.kind === 'identity' && value.mode === 'always'))
    .map((column) => column.name);
  const [first] = (columns ?? usable).map(quoteIdent);
  if (first === undefined) return null;
  switch (privilege) {
    case 'select':
      return `select ${(columns ?? ['*']).map((column) => (column === '*' ? column : quoteIdent(column))).join(', ')} from ${name}`;
    case 'insert':
      return `insert into ${name} (${first}) values (default)`;
    case 'update':
      return `update ${name} set ${first} = default`;
    case 'delete':
      return `delete from ${name}`;
    default:
      return null;
  }
}

it('leaves nobody with a privilege that fails', { timeout: 300_000 }, () =>
  withCopyOf(17, 'whole_schema', specsScript, async ({ session }) => {
    const { model } = await compiledSpecs();
    const wrong: string[] = [];
    let asked = 0;
    await session.execute(`select set_config('app.user_id', '00000000-0000-7000-8000-000000000001', false)`);
    for (const table of tablesOf(model)) {
      for (const grant of table.grants) {
        const statement = statementFor(table, grant);
        if (statement === null) continue;
        asked += 1;
        try {
          await session.execute(`set role ${quoteIdent(grant.role)}; explain ${statement}`);
        } catch (error) {
          const message = error instanceof Error ? error.message : String(error);
          wrong.push(`${displayName(table.name)}, ${grant.role}, ${grant.privilege}: ${message}`);
        }
      }
    }
    await session.execute('reset role');
    expect(wrong).toEqual([]);
    expect(asked).toBeGreaterThan(3000);
  }),
);
