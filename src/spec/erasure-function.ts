/** The steps of an erasure as the function `boyfanz.erase_person`. */
import type { FunctionDef } from '../model/model.ts';
import { displayName, qname } from '../model/name.ts';
import type { DataType } from '../model/type.ts';
import { quoteIdent, quoteLiteral } from '../text/quote.ts';
import type { ErasureStep, Hop } from './erasure-plan.ts';

const UUID: DataType = { schema: null, name: 'uuid', args: [], dimensions: 0 };
const INTEGER: DataType = { schema: null, name: 'integer', args: [], dimensions: 0 };
const TEXT_ARRAY: DataType = { schema: null, name: 'text', args: [], dimensions: 1 };

function relation({ schema, name }: { readonly schema: string; readonly name: string }): string {
  return `${quoteIdent(schema)}.${quoteIdent(name)}`;
}

/** `$1` is the person: the name of an argument could be that of a column. */
function isOfPerson(from: string, hops: readonly Hop[], column: string, person: string): string {
  const [hop, ...rest] = hops;
  if (hop === undefined) return `${from}.${quoteIdent(column)} = ${person}`;
  const parent = `p${rest.length + 1}`;
  const joined = hop.columns.map(
    (own, at) => `${parent}.${quoteIdent(hop.parentColumns[at] ?? '')} = ${from}.${quoteIdent(own)}`,
  );
  return `exists (select from ${relation(hop.parent)} ${parent} where ${[...joined, isOfPerson(parent, rest, column, person)].join(' and ')})`;
}

/** Rows that are as they should be are left alone: triggers that refuse a second change need not know of erasure. */
function statement({ table, hops, column, isText, action }: ErasureStep): string {
  const found = isOfPerson('t', hops, column, isText ? '$1::text' : '$1');
  if (action.kind === 'keep') return 'null';
  const where = action.where === null ? '' : ` and (${action.where})`;
  if (action.kind === 'delete') return `delete from ${relation(table)} t where ${found}${where}`;
  const set = [...action.set].map(([name, value]) => `${quoteIdent(name)} = ${value}`);
  const isDifferent = [...action.set].map(([name, value]) =>
    value === 'null' ? `${quoteIdent(name)} is not null` : `${quoteIdent(name)} is distinct from (${value})`,
  );
  return `update ${relation(table)} t set ${set.join(', ')}\n      where ${found} and (${isDifferent.join(' or ')})${where}`;
}

function stepText(step: ErasureStep): string {
  const action = step.action.kind === 'delete' ? 'deleted' : 'anonymised';
  const [domain, table] = [quoteLiteral(step.domain), quoteLiteral(displayName(step.table))];
  return `    if not $3 && array[${domain}, '*'] then
      ${statement(step)};
      get diagnostics affected = row_count;
      if affected > 0 then
        done := done || jsonb_build_object('domain', ${domain}, 'table', ${table}, 'action', '${action}', 'rows', affected);
      end if;
    end if;
`;
}

/** @param stages of steps in the order in which they are to be done, each in a transaction of its own */
export function erasureFunction(stages: readonly (readonly ErasureStep[])[]): FunctionDef {
  const text = `#variable_conflict use_column
declare
  affected bigint;
  done jsonb := '[]';
begin
${stages.map((steps, at) => `  ${at === 0 ? 'if' : 'elsif'} $2 = ${at + 1} then\n${steps.map(stepText).join('')}`).join('')}  else
    raise exception 'An erasure has the stages 1 to ${stages.length}' using errcode = 'invalid_parameter_value';
  end if;
  return jsonb_build_object('next', case when $2 < ${stages.length} then $2 + 1 end, 'done', done);
end`;
  return {
    kind: 'function',
    name: qname('boyfanz', 'erase_person'),
    args: [
      { name: 'person', mode: 'in', type: UUID, default: null },
      { name: 'stage', mode: 'in', type: INTEGER, default: null },
      { name: 'held', mode: 'in', type: TEXT_ARRAY, default: "'{}'::text[]" },
    ],
    returns: 'jsonb',
    language: 'plpgsql',
    volatility: 'volatile',
    strict: true,
    security: 'invoker',
    parallel: 'unsafe',
    settings: { search_path: '' },
    body: { text, variants: [] },
    comment:
      'Deletes or empties rows about a person as the specs of the tables say, but for the domains that are held. Called for stage 1, then for the stage in next of what it returns, until that is null, each time in a transaction of its own; done lists tables, what was done and to how many rows.',
    grants: [],
    attached: [],
  };
}
