/** The facts of `src/estimate` as a database has them: what is estimated from them judges the arithmetic alone. */
import { type IndexShape, indexShapesOf } from '../../src/check/index-shape.ts';
import type { Session } from '../../src/db/session.ts';
import type { ColumnFacts, IndexFacts, InsertOrder, Layout, TableFacts } from '../../src/estimate/facts.ts';
import type { Column, IndexKeyTarget, Table } from '../../src/model/model.ts';
import { quoteIdent } from '../../src/text/quote.ts';

function relation({ name }: Table): string {
  return `${quoteIdent(name.schema)}.${quoteIdent(name.name)}`;
}

async function numbers(session: Session, query: string): Promise<readonly number[]> {
  return ((await session.query(query))[0] ?? []).map((cell) => Number(cell ?? 0));
}

/** pg_column_size() counts the length of a value, and what is left of it after compression. */
function widthOf(size: number): number {
  return size <= 127 ? size - 1 : size - 4;
}

async function columnFacts(session: Session, table: Table): Promise<ReadonlyMap<string, ColumnFacts>> {
  const sizes = table.columns.map(({ name }) => `pg_column_size(${quoteIdent(name)})`);
  const select = table.columns.flatMap(({ name }, at) => [
    `avg((${quoteIdent(name)} is null)::integer)`,
    `avg(${sizes[at]})`,
    `stddev_pop(${sizes[at]})`,
  ]);
  const found = await numbers(session, `select ${select.join(', ')} from ${relation(table)}`);
  return new Map(
    table.columns.map(({ name }, at) => {
      const [nullShare = 0, size = 0, deviation = 0] = found.slice(at * 3);
      const spread = deviation > 0.5 * size ? 'varied' : 'even';
      return [name, { nullShare, width: Math.max(0, widthOf(size)), spread, compressed: 1 }];
    }),
  );
}

function keyText(key: IndexKeyTarget): string {
  return key.kind === 'column' ? quoteIdent(key.column) : `(${key.expr})`;
}

/** The entries that GIN makes of a value. */
function entriesOf(shape: IndexShape, columns: readonly Column[]): string {
  const [key] = shape.keys;
  if (key === undefined) throw new Error(`${shape.name} has no key`);
  const text = keyText(key.key);
  const { key: target } = key;
  const column = target.kind === 'column' ? columns.find(({ name }) => name === target.column) : undefined;
  if (key.opclass === 'gin_trgm_ops') return `show_trgm(${text}::text)`;
  if (column?.type.name === 'tsvector') return `tsvector_to_array(${text})`;
  const leaves = `select e from jsonb_path_query(${text}, 'strict $.**') e where jsonb_typeof(e) not in ('object', 'array')`;
  // A hash of each path with its value.
  if (key.opclass === 'jsonb_path_ops') return `array(select hashtext(e::text) from (${leaves}) l)`;
  // Keys and values with a byte for their kind, hashed when they are long.
  const keyed = `select jsonb_object_keys(o) from jsonb_path_query(${text}, 'strict $.**') o where jsonb_typeof(o) = 'object'`;
  if (column?.type.name === 'jsonb')
    return `array(select left(x, 9) from (${keyed} union all select e::text from (${leaves}) l) v (x))`;
  return text;
}

function orderOf(correlation: number): InsertOrder {
  if (correlation > 0.9) return 'ascending';
  return correlation < -0.9 ? 'descending' : 'any';
}

async function indexFacts(session: Session, table: Table, shape: IndexShape): Promise<IndexFacts> {
  const keys = shape.keys.map(({ key }) => keyText(key)).join(', ');
  const source = `${relation(table)}${shape.where === null ? '' : ` where ${shape.where}`}`;
  const expressions = shape.keys.flatMap(({ key }) =>
    key.kind === 'expression' ? [`avg(pg_column_size(${keyText(key)}))`] : [],
  );
  const [all = 0] = await numbers(session, `select count(*) from ${relation(table)}`);
  const [rows = 0, ...widths] = await numbers(
    session,
    `select ${['count(*)', ...expressions].join(', ')} from ${source}`,
  );
  const facts = {
    share: all === 0 ? 0 : rows / all,
    distinct: 1,
    order: 'any',
    expressionWidths: widths.map((size) => widthOf(size)),
    entries: null,
  } as const;
  switch (shape.method) {
    case 'btree': {
      const order = shape.keys.map(({ key, direction }) => `${keyText(key)} ${direction}`).join(', ');
      const [distinct = 0, correlation = 0] = await numbers(
        session,
        `select (select count(*) from (select distinct tableoid, ${keys} from ${source}) d), coalesce(corr(a, b), 1)
         from (select row_number() over (partition by tableoid order by ${order}, ctid) a,
                 row_number() over (partition by tableoid order by ctid) b from ${source}) o`,
      );
      return { ...facts, distinct: rows === 0 ? 1 : distinct / rows, order: orderOf(correlation) };
    }
    case 'gin': {
      const entries = entriesOf(shape, table.columns);
      const [each = 0, distinct = 0, width = 0] = await numbers(
        session,
        `select count(e)::float8 / greatest(count(distinct k), 1),
           count(distinct (part, e))::float8 / greatest(count(distinct part), 1), avg(pg_column_size(e))
         from (select tableoid part, row_number() over () k, ${entries} x from ${source}) r left join lateral unnest(x) e on true`,
      );
      return { ...facts, entries: { each, distinct, width } };
    }
    default:
      return facts;
  }
}

async function layoutOf(session: Session, table: Table): Promise<Layout> {
  if (table.storage.kind === 'heap') return { filled: 1, empty: 0, compressedShare: 0 };
  const [all = 0] = await numbers(session, `select count(*) from pg_partition_tree('${relation(table)}') where isleaf`);
  const [filled = 0] = await numbers(session, `select count(distinct tableoid) from ${relation(table)}`);
  return { filled: Math.max(1, filled), empty: all - Math.max(1, filled), compressedShare: 0 };
}

export async function measuredFacts(session: Session, table: Table): Promise<TableFacts> {
  const [rows = 0] = await numbers(session, `select count(*) from ${relation(table)}`);
  const indexes = new Map<string, IndexFacts>();
  for (const shape of indexShapesOf(table)) indexes.set(shape.name, await indexFacts(session, table, shape));
  return { rows, layout: await layoutOf(session, table), columns: await columnFacts(session, table), indexes };
}

export interface MeasuredSize {
  readonly heap: number;
  readonly toast: number;
  readonly total: number;
  readonly indexes: ReadonlyMap<string, number>;
}

/** As they are on disk, all partitions together. */
export async function measuredSize(session: Session, table: Table): Promise<MeasuredSize> {
  const tree = `(select relid from pg_partition_tree('${relation(table)}') where isleaf
    union select '${relation(table)}'::regclass where not exists (select from pg_partition_tree('${relation(table)}')))`;
  const [total = 0, beside = 0, toast = 0] = await numbers(
    session,
    `select sum(pg_total_relation_size(relid)), sum(pg_indexes_size(relid)),
       sum(pg_total_relation_size(nullif(c.reltoastrelid, 0))) from ${tree} t join pg_class c on c.oid = t.relid`,
  );
  const rows = await session.query(
    `select (select coalesce(p.relname, x.relname) from pg_class x
         left join pg_inherits h on h.inhrelid = x.oid left join pg_class p on p.oid = h.inhparent
         where x.oid = i.indexrelid), sum(pg_total_relation_size(i.indexrelid))
     from ${tree} t join pg_index i on i.indrelid = t.relid group by 1`,
  );
  const indexes = new Map(rows.map(([name, size]) => [name ?? '', Number(size)]));
  return { heap: total - beside - toast, toast, total, indexes };
}
