/** What EXPLAIN says of a query: which tables it reads, and how. */
import type { Session } from '../../src/db/session.ts';

interface PlanNode {
  readonly 'Node Type': string;
  readonly Schema?: string;
  readonly 'Relation Name'?: string;
  readonly 'Index Name'?: string;
  readonly 'Actual Rows'?: number;
  readonly 'Rows Removed by Filter'?: number;
  readonly Plans?: readonly PlanNode[];
}

export interface Scan {
  readonly kind: string;
  /** `schema.name`; a partition's is its table's. */
  readonly table: string;
  /** Pages of 8 kB of the table or partition that is read. */
  readonly pages: number;
  /** How many of the rows that were read were wanted, from 0 to 1. */
  readonly share: number;
}

export interface Relation {
  readonly table: string;
  readonly pages: number;
}

export interface QueryPlan {
  readonly scans: readonly Scan[];
  /** Kinds of nodes with their counts, outermost first. */
  readonly summary: string;
  readonly milliseconds: number;
  readonly rows: number;
}

function flat(node: PlanNode): readonly PlanNode[] {
  return [node, ...(node.Plans ?? []).flatMap(flat)];
}

/** Tables and partitions by `schema.name`. */
export async function readRelations(session: Session): Promise<ReadonlyMap<string, Relation>> {
  const rows = await session.query(
    `select n.nspname || '.' || c.relname, coalesce(rn.nspname || '.' || r.relname, n.nspname || '.' || c.relname), c.relpages
     from pg_class c
       join pg_namespace n on n.oid = c.relnamespace
       left join pg_class r on r.oid = pg_partition_root(c.oid)
       left join pg_namespace rn on rn.oid = r.relnamespace
     where c.relkind in ('r', 'p')`,
  );
  return new Map(rows.map(([name, table, pages]) => [name ?? '', { table: table ?? '', pages: Number(pages) }]));
}

/** The plan at the server's default settings; the query runs. */
export async function readPlan(
  session: Session,
  sql: string,
  relations: ReadonlyMap<string, Relation>,
): Promise<QueryPlan> {
  const [row] = await session.query(`explain (analyze, verbose, format json) ${sql}`);
  const [{ Plan: top, 'Execution Time': milliseconds }] = JSON.parse(row?.[0] ?? '[]');
  const nodes = flat(top);
  const counts = new Map<string, number>();
  for (const node of nodes) counts.set(node['Node Type'], (counts.get(node['Node Type']) ?? 0) + 1);
  const scans = nodes.flatMap((node): Scan[] => {
    if (node['Relation Name'] === undefined) return [];
    const relation = relations.get(`${node.Schema}.${node['Relation Name']}`);
    if (relation === undefined) return [];
    const rows = node['Actual Rows'] ?? 0;
    const share = rows / Math.max(1, rows + (node['Rows Removed by Filter'] ?? 0));
    return [{ kind: node['Node Type'], ...relation, share }];
  });
  const summary = [...counts].map(([kind, count]) => (count === 1 ? kind : `${count} × ${kind}`)).join(', ');
  return { scans, summary, milliseconds, rows: top['Actual Rows'] };
}
