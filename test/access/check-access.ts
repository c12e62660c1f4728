/** All that is said of access against all that a filled database does. */
import type { Session } from '../../src/db/session.ts';
import type { Table } from '../../src/model/model.ts';
import type { Target } from '../../src/target/target.ts';
import { quoteIdent } from '../../src/text/quote.ts';
import { checkCells } from './cells.ts';
import { checkColumns } from './column-cells.ts';
import type { Specs } from './expected-rows.ts';
import { checkPartitions } from './partition-cells.ts';
import { type Identity, makeProbe } from './probe.ts';

export interface AccessReport {
  /** What is not as the specs say, a line each. */
  readonly wrong: readonly string[];
  readonly unwitnessed: readonly string[];
  readonly cells: number;
  /** How many of what, in a line. */
  readonly summary: string;
}

/**
 * @param session of a superuser on a database with rows
 * @param isMeant which tables; all, unless said
 */
export async function checkAccess(
  session: Session,
  specs: Specs,
  target: Target,
  identity: Identity,
  isMeant: (table: Table) => boolean = () => true,
): Promise<AccessReport> {
  const { roles } = target;
  if (roles === null) throw new Error('The target has no roles');
  await session.execute(`set search_path = ${target.searchPath.map(quoteIdent).join(', ')}`);
  await makeProbe(session);
  const rows = await checkCells(session, specs, roles, identity, isMeant);
  const columns = await checkColumns(session, specs, roles);
  const partitions = await checkPartitions(session, roles, identity);
  return {
    wrong: [...rows.wrong, ...columns.wrong, ...partitions.wrong],
    unwitnessed: rows.unwitnessed,
    cells: rows.cells,
    summary:
      `${rows.cells} cells, ${columns.cells} rights on columns and tables, ` +
      `${partitions.cells} statements to ${partitions.partitions} partitions; ` +
      `${rows.unwitnessed.length} words that nobody reads by`,
  };
}
