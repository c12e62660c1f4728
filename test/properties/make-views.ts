/** Views of a generated Model: of tables, and of each other. */
import type { FunctionDef, Table, View } from '../../src/model/model.ts';
import type { Ident, QName } from '../../src/model/name.ts';
import { quoteIdent } from '../../src/text/quote.ts';
import { bySlot, type Choices, type Part } from './choices.ts';
import { condition } from './make-expressions.ts';
import { hasFunction, TWICE } from './make-functions.ts';
import { relationGrants } from './make-grants.ts';
import { type Taken, take } from './make-tables.ts';
import { comment, SCHEMA, sqlName, VIEW_SLOTS, viewName } from './names.ts';

interface Source {
  readonly name: QName;
  readonly columns: readonly Ident[];
  readonly table: Table | null;
}

interface Query {
  readonly text: string;
  readonly columns: readonly Ident[];
}

function queryOf(source: Source, functions: readonly FunctionDef[], c: Choices): Query {
  const from = sqlName(source.name);
  const kind = c.of('some', 'all', 'where', 'count', 'call');
  const some = c.some(source.columns, 3);
  const list = some.map((name) => `t.${quoteIdent(name)}`).join(', ');
  switch (kind) {
    case 'all':
      return { text: `select * from ${from}`, columns: source.columns };
    case 'count':
      return { text: `select count(*) as number_of from ${from}`, columns: ['number_of'] };
    case 'call':
      if (!hasFunction(functions, TWICE) || some.includes('twice')) break;
      return {
        text: `select ${list}, ${quoteIdent(SCHEMA)}.${TWICE}(7) as twice from ${from} t`,
        columns: [...some, 'twice'],
      };
    case 'where': {
      if (source.table === null) break;
      const where = condition(c, { columns: source.table.columns, functions, prefix: 't.' });
      return { text: `select ${list}\nfrom ${from} t\nwhere ${where}`, columns: some };
    }
  }
  return { text: `select ${list} from ${from} t`, columns: some };
}

export function makeViews(
  parts: readonly Part[],
  tables: readonly Table[],
  functions: readonly FunctionDef[],
  major: number,
  taken: Taken,
): readonly View[] {
  const sources: Source[] = tables.map((table) => ({
    name: table.name,
    columns: table.columns.map((one) => one.name),
    table,
  }));
  const views: View[] = [];
  for (const [slot, c] of bySlot(parts, VIEW_SLOTS)) {
    const name = viewName(slot, c);
    const source = c.pick(sources);
    if (source === null || !take(taken, name)) continue;
    const query = queryOf(source, functions, c);
    sources.push({ name, columns: query.columns, table: null });
    views.push({
      kind: 'view',
      name,
      query: query.text,
      securityInvoker: major >= 15 && c.once(3),
      securityBarrier: c.once(4),
      continuous: null,
      comment: comment(c),
      grants: relationGrants(c, ['select', 'update'], query.columns),
      callerGrants: [],
    });
  }
  return views;
}
