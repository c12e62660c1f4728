/** One round of spelling: makes the carriers, reads every expression back, and takes everything away again. */
import { parsePartitionBound } from '../../catalog/partition-bound.ts';
import { triggerWhen } from '../../catalog/trigger-when.ts';
import { viewQuery } from '../../catalog/views.ts';
import type { Ident } from '../../model/name.ts';
import { searchPathSql } from '../../plan/session-settings.ts';
import { DatabaseError, type Session } from '../session.ts';
import { type Carrier, carrierScript, type Numbered, planCarriers, SPELL_PREFIX } from './carrier.ts';
import type { Item } from './form.ts';

/** What the server made of a text, or why it would not take it. */
export type Spelled =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'error'; readonly message: string };

/**
 * @param items with different keys
 * @returns by key; an item without an entry left no trace on the server, as DEFAULT NULL does.
 * @throws DatabaseError when the server cannot go on at all
 */
export async function spellRound(
  session: Session,
  items: readonly Item[],
  searchPath?: readonly Ident[],
): Promise<ReadonlyMap<string, Spelled>> {
  // As statements of a plan run; the carriers come last.
  const creating = `set local search_path = ${searchPathSql(searchPath)}, pg_temp`;
  const spelled = new Map<string, Spelled>();
  const numbered = items.map((item, number): Numbered => ({ item, number }));
  const single = numbered.filter(({ item }) => !hasSeveralStatements(item.text));
  for (const { item } of numbered.filter((one) => !single.includes(one))) {
    spelled.set(item.key, { kind: 'error', message: 'more than one statement' });
  }
  for (const wave of waves(planCarriers(single))) {
    const run: Run = { session, spelled, tables: 0 };
    await session.execute(`savepoint boyfanz_round; ${creating}`);
    await makeAll(run, wave);
    await readBack(run, numbered);
    await session.execute('rollback to savepoint boyfanz_round');
  }
  return spelled;
}

/** Comments and quoted text, in which a semicolon ends nothing. */
const QUOTED =
  /--[^\n]*|\/\*[\s\S]*?\*\/|[eE]'(?:[^'\\]|\\[\s\S]|'')*'|'(?:[^']|'')*'|(\$\w*\$)[\s\S]*?\1|"(?:[^"]|"")*"/g;

/** Such a text would leave its statement and with it the transaction that is rolled back. A closing semicolon is a view's. */
function hasSeveralStatements(text: string): boolean {
  if (!text.includes(';')) return false;
  return /;\s*\S/.test(text.replaceAll(QUOTED, 'x'));
}

interface Run {
  readonly session: Session;
  readonly spelled: Map<string, Spelled>;
  /** How many tables were named so far. */
  tables: number;
}

/** Two tables of one name, from two schemas or one too full for a single carrier, cannot stand side by side. */
function waves(carriers: readonly Carrier[]): readonly (readonly Carrier[])[] {
  const all: Carrier[][] = [];
  for (const carrier of carriers) {
    const clashes = (wave: readonly Carrier[]) =>
      carrier.own !== null && wave.some((other) => other.own?.name === carrier.own?.name);
    const wave = all.find((one) => !clashes(one));
    if (wave === undefined) all.push([carrier]);
    else wave.push(carrier);
  }
  return all;
}

/** All in one round trip; only when that fails, carrier by carrier. */
async function makeAll(run: Run, carriers: readonly Carrier[]): Promise<void> {
  if ((await attempt(run, carriers)) === null) return;
  for (const carrier of carriers) await make(run, carrier);
}

/** Halves a carrier that the server refuses until the expressions are found that it cannot take. */
async function make(run: Run, carrier: Carrier): Promise<void> {
  if (carrier.members.length === 0) return;
  const failure = await attempt(run, [carrier]);
  if (failure === null) return;
  const [only] = carrier.members;
  if (carrier.members.length === 1 && only !== undefined) {
    run.spelled.set(only.item.key, { kind: 'error', message: failure.message });
    return;
  }
  const middle = Math.ceil(carrier.members.length / 2);
  for (const members of [carrier.members.slice(0, middle), carrier.members.slice(middle)]) {
    await make(run, { ...carrier, members });
  }
}

/** @returns what the server said against it, after undoing all of it. */
async function attempt(run: Run, carriers: readonly Carrier[]): Promise<DatabaseError | null> {
  const statements = carriers.flatMap((carrier) => {
    run.tables += 1;
    return carrierScript(carrier, run.tables);
  });
  // By itself: a script with a syntax error is refused before its first statement runs.
  await run.session.execute('savepoint boyfanz_carriers');
  try {
    await run.session.execute(statements.join(';\n'));
    return null;
  } catch (error) {
    if (!(error instanceof DatabaseError) || !isAboutTheText(error)) throw error;
    await run.session.execute('rollback to savepoint boyfanz_carriers');
    return error;
  }
}

/** Classes of SQLSTATE that a text can be blamed for: features, data, schema names, syntax and names, size. */
function isAboutTheText({ sqlState }: DatabaseError): boolean {
  return sqlState !== null && ['0A', '22', '23', '2B', '3F', '42', '54', 'P0'].includes(sqlState.slice(0, 2));
}

/** A check, default, policy or trigger is printed for the table it stands on; a default speaks of no column. */
const READ_BACK = `
select 'text', k.conname, pg_get_expr(k.conbin, k.conrelid) from pg_constraint k
where k.conname like '${SPELL_PREFIX.replaceAll('_', '\\_')}%' and k.connamespace = pg_my_temp_schema()
union all
select 'text', a.attname, pg_get_expr(d.adbin, case a.attgenerated when '' then 0 else d.adrelid end)
from pg_class c join pg_attrdef d on d.adrelid = c.oid
join pg_attribute a on a.attrelid = d.adrelid and a.attnum = d.adnum
where c.relnamespace = pg_my_temp_schema()
union all
select 'text', p.polname, pg_get_expr(p.polqual, p.polrelid) from pg_class c join pg_policy p on p.polrelid = c.oid
where c.relnamespace = pg_my_temp_schema()
union all
select 'trigger', t.tgname, pg_get_triggerdef(t.oid, false) from pg_class c join pg_trigger t on t.tgrelid = c.oid
where c.relnamespace = pg_my_temp_schema()
union all
select 'view', c.relname, pg_get_viewdef(c.oid, false) from pg_class c
where c.relnamespace = pg_my_temp_schema() and c.relkind = 'v'
union all
select 'bound', c.relname, pg_get_expr(c.relpartbound, c.oid) from pg_class c
where c.relnamespace = pg_my_temp_schema() and c.relispartition and c.relkind = 'r'
union all
select 'text', p.proname, pg_get_function_result(p.oid) from pg_proc p where p.pronamespace = pg_my_temp_schema()`;

async function readBack(run: Run, items: readonly Numbered[]): Promise<void> {
  await run.session.execute(`set local search_path = ''`);
  for (const [kind, name, text] of await run.session.query(READ_BACK)) {
    const number = name?.startsWith(SPELL_PREFIX) ? Number(name.slice(SPELL_PREFIX.length)) : Number.NaN;
    const item = items[number]?.item;
    if (item === undefined || kind == null || text == null) continue;
    const bare = textOf(item, kind, text);
    if (bare !== null) run.spelled.set(item.key, { kind: 'text', text: bare });
  }
}

/** Takes off what the carrier put around the expression. */
function textOf(item: Item, kind: string, printed: string): string | null {
  if (kind === 'trigger') return triggerWhen(printed);
  if (kind === 'view') return viewQuery(printed);
  if (kind === 'bound') return boundValue(printed);
  if (item.form.kind !== 'value') return printed;
  const [start, end] = ['(', ' IS NOT NULL)'];
  return printed.startsWith(start) && printed.endsWith(end) ? printed.slice(start.length, -end.length) : null;
}

function boundValue(printed: string): string | null {
  const bound = parsePartitionBound(printed);
  return bound.kind === 'list' ? (bound.values[0] ?? null) : null;
}
