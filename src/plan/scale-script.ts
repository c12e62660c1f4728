/** `scale-citus.sql`: what spreads the tables of a loaded schema over the servers of a Citus cluster. */
import { reachOfText, reachOfTrigger } from '../check/function-reach.ts';
import { policyProblem } from '../check/scale-problems.ts';
import { tableExpressions } from '../check/table-expression.ts';
import type { Info } from '../model/info.ts';
import { tablesOf } from '../model/keys.ts';
import type { FunctionDef, Model, Table } from '../model/model.ts';
import { displayName, sameName } from '../model/name.ts';
import { groupOf, linksOf, placementOf, referencedFirst, scaleOf, tiedToReferences } from '../model/scale.ts';
import {
  addForeignKey,
  addLocalTable,
  createDistributedTable,
  createReferenceTable,
  distributeFunction,
  dropPart,
  dropPolicy,
} from '../sql/scale.ts';
import { lit, qualified, type Sql, sql } from '../sql/text.ts';

/** A heading and the statements under it, each with a comment or without. */
interface Part {
  readonly heading: string;
  /** Is off while they run. */
  readonly without?: Sql;
  readonly steps: readonly { readonly why: string | null; readonly statement: Sql }[];
}

function plain(statement: Sql): Part['steps'][number] {
  return { why: null, statement };
}

/** Functions that the servers need: what triggers and expressions of their tables call, and what that calls. */
function neededFunctions(model: Model, info: Info, tables: readonly Table[]): readonly FunctionDef[] {
  const found = new Set<FunctionDef>();
  for (const table of tables) {
    const { drops } = scaleOf(info, table);
    const reaches = [
      ...table.triggers.filter(({ name }) => !drops.has(name)).map((trigger) => reachOfTrigger(model, trigger)),
      ...tableExpressions(table).map(({ expr }) => reachOfText(model, expr)),
    ];
    for (const { functions } of reaches) for (const one of functions) found.add(one);
  }
  return [...model.objects.values()].flatMap((object) =>
    object.kind === 'function' && found.has(object) ? [object] : [],
  );
}

function groupParts(model: Model, info: Info, distributed: readonly Table[]): readonly Part[] {
  const roots = distributed.filter((table) => {
    const group = groupOf(info, table);
    return group !== null && sameName(group, table.name);
  });
  return roots.map((root) => {
    const others = distributed.filter((table) => {
      const group = groupOf(info, table);
      return table !== root && group !== null && sameName(group, root.name);
    });
    const members = [root, ...referencedFirst(model, info, others)];
    const by = placementOf(info, root);
    const steps = members.flatMap((table) => {
      const placement = placementOf(info, table);
      return placement.kind === 'distributed'
        ? [plain(createDistributedTable(table.name, placement.by, placement.with))]
        : [];
    });
    return {
      heading: `The group of ${displayName(root.name)}${by.kind === 'distributed' ? `, by ${by.by}` : ''}`,
      steps,
    };
  });
}

/** In the order in which they have to run. */
function partsOf(model: Model, info: Info): readonly Part[] {
  const tables = tablesOf(model);
  const placed = (kind: 'reference' | 'distributed') =>
    tables.filter((table) => placementOf(info, table).kind === kind);
  const references = placed('reference');
  const distributed = placed('distributed');
  const drops = tables.flatMap((table) =>
    [...scaleOf(info, table).drops].map(([part, why]) => ({
      why: `${displayName(table.name)}: ${why}`,
      statement: dropPart(table, part),
    })),
  );
  const closed = [...references, ...distributed].flatMap((table) =>
    table.policies
      .filter((policy) => policy.permissive && policyProblem(model, info, table, policy) !== null)
      .map((policy) => plain(dropPolicy(table.name, policy))),
  );
  const functions = neededFunctions(model, info, [...references, ...distributed]);
  // A reference table is not made while it points to a table that Citus does not know.
  const outward = references.flatMap((table) =>
    linksOf(model, info, table).filter(({ to }) => placementOf(info, to).kind === 'local'),
  );
  const tied = tiedToReferences(model, info);
  return [
    { heading: 'What cannot stand on several servers, and why it can go', steps: drops },
    {
      heading:
        'Policies that Citus cannot apply. Row security stays on, so this closes the tables to the roles of these policies: the service reads for them',
      steps: closed,
    },
    {
      heading: 'Foreign keys that come back further down',
      steps: outward.map(({ from, key }) => plain(dropPart(from, key.name))),
    },
    {
      heading: 'Functions that triggers, checks and defaults call there',
      steps: functions.map(distributeFunction).map(plain),
    },
    {
      heading:
        'Reference tables: a copy on every server. Tables that point to them are not to be converted, they get their place below',
      without: LOCAL_KEYS,
      steps: referencedFirst(model, info, references).map(({ name }) => plain(createReferenceTable(name))),
    },
    ...groupParts(model, info, distributed),
    {
      heading: 'Local tables that foreign keys tie to reference tables',
      steps: [
        ...outward.flatMap(({ from, key }) => [dropPart(from, key.name), addForeignKey(from.name, key)]).map(plain),
        ...tied.flatMap(([first]) => (first === undefined ? [] : [plain(addLocalTable(first.name))])),
      ],
    },
  ].filter(({ steps }) => steps.length > 0);
}

/** Otherwise a reference table makes every local table that points to it, and all that hangs on those, known to Citus. */
const LOCAL_KEYS = sql`citus.enable_local_reference_table_foreign_keys`;

const OLDEST = 13;

function refuse(condition: Sql, message: string): Sql {
  return sql`  if ${condition} then\n    raise exception using errcode = 'feature_not_supported', message = ${lit(message)};\n  end if;`;
}

function preflight(first: Table): Sql {
  const version = sql`coalesce((select split_part(extversion, '.', 1)::integer from pg_catalog.pg_extension where extname = 'citus'), 0)`;
  const noCitus = refuse(
    sql`${version} < ${lit(String(OLDEST))}::integer`,
    `This file needs Citus ${OLDEST} or newer: add citus to shared_preload_libraries, restart, and run CREATE EXTENSION citus before complete-schema.sql is loaded.`,
  );
  const noSchema = refuse(
    sql`to_regclass(${lit(qualified(first.name))}) is null`,
    'This file spreads the tables of complete-schema.sql, which is not loaded here: load it first.',
  );
  return sql`do $preflight$\nbegin\n${noCitus}\n${noSchema}\nend\n$preflight$`;
}

function partText({ heading, without, steps }: Part): string {
  const work = steps.map(stepText).join('');
  const within = without === undefined ? work : `set ${without} = off;\n${work}reset ${without};\n`;
  return `\n-- ${heading}\n${within}`;
}

function stepText({ why, statement }: Part['steps'][number]): string {
  return `${why === null ? '' : `-- ${why.replace(/\s+/g, ' ')}\n`}${statement};\n`;
}

/**
 * The text of the file. It holds no BEGIN: Citus commits each table on all servers, and what is done is not done again.
 *
 * @param name of the project, for the first line
 * @returns a comment alone when no table is reference or distributed
 */
export function scaleScript(name: string, model: Model, info: Info): string {
  const tables = tablesOf(model);
  const count = (kind: 'reference' | 'distributed') =>
    tables.filter((table) => placementOf(info, table).kind === kind).length;
  const first = tables.find((table) => placementOf(info, table).kind !== 'local');
  if (first === undefined) return '-- No table says `scale:`.\n';
  const title = [
    `${name}: spreads ${count('distributed')} tables over the servers of a Citus cluster and copies ${count('reference')} to each.`,
    '',
    'Written by `boyfanz-schema build --target citus` from the specs: change those, not this file.',
    'Run it on the coordinator after complete-schema.sql, as the same role, outside of a transaction:',
    '  psql -v ON_ERROR_STOP=1 -f scale-citus.sql',
    'citus.shard_count says how many shards each table gets (32 unless set). After a failure mend the cause and run it again.',
  ];
  return [
    ...title.map((line) => (line === '' ? '--\n' : `-- ${line}\n`)),
    '\n',
    `${preflight(first)};\n\n`,
    '-- Triggers of these tables run on the shards; rule trigger-across-servers says which ones can.\n',
    'set citus.enable_unsafe_triggers = on;\n',
    ...partsOf(model, info).map(partText),
    '\nreset citus.enable_unsafe_triggers;\n',
    'select table_name, citus_table_type, distribution_column, colocation_id, shard_count from citus_tables order by 1;\n',
  ].join('');
}
