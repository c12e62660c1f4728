/** Where one machine ends and what is spread, by the volumes of the specs: the generated parts of docs/scaling.md. */
import { platformSize, sumOf, type TableEstimate } from '../../src/estimate/platform-size.ts';
import { VOLUME_USERS } from '../../src/estimate/scaling.ts';
import { showBytes, showCount } from '../../src/estimate/show-size.ts';
import { keyOf, tablesOf } from '../../src/model/keys.ts';
import type { Table } from '../../src/model/model.ts';
import { displayName } from '../../src/model/name.ts';
import { groupOf, placementOf, scaleOf } from '../../src/model/scale.ts';
import type { Compiled } from '../../src/spec/tree.ts';
import { markdownTable } from './markdown-table.ts';

const TB = 1024 ** 4;
const MONTH_SECONDS = (365.25 / 12) * 86_400;

/** What one large machine holds: 16 TB of disk, of which a third stays free for vacuum, WAL and sorting. */
const MACHINE = { disk: 16 * TB, used: (16 * TB * 2) / 3 } as const;
/** Of the average, in the busiest hour. */
const PEAK = 3;

const USER_COUNTS = [VOLUME_USERS, 10 * VOLUME_USERS, 100 * VOLUME_USERS] as const;
const LARGEST_LOCAL = 15;

function rowsPerSecond(monthlyRows: number): string {
  return showCount(monthlyRows / MONTH_SECONDS);
}

/** Users at which a form of the schema fills one machine, to two digits. */
function usersOnOneMachine({ model, info }: Compiled): string {
  const [none, all] = [0, VOLUME_USERS].map((users) => sumOf(platformSize(model, info, users)).total);
  const users = ((MACHINE.used - (none ?? 0)) / ((all ?? 1) - (none ?? 0))) * VOLUME_USERS;
  return showCount(Number(users.toPrecision(2)));
}

function placed({ info }: Compiled, estimates: readonly TableEstimate[], kind: 'local' | 'reference' | 'distributed') {
  return estimates.filter(({ table }) => placementOf(info, table).kind === kind);
}

/** The figures of one machine, then of several. */
export function machinesMarkdown(timescale: Compiled, postgres: Compiled, citus: Compiled): string {
  const series = new Set(
    tablesOf(timescale.model).flatMap((one) => (one.storage.kind === 'hypertable' ? [keyOf(one)] : [])),
  );
  const isSeries = ({ table }: TableEstimate) => series.has(keyOf(table));
  const rows = USER_COUNTS.map((users) => {
    const estimates = platformSize(citus.model, citus.info, users);
    const all = sumOf(estimates);
    const packed = sumOf(platformSize(timescale.model, timescale.info, users).filter(isSeries));
    const others = estimates.filter((one) => !isSeries(one));
    const spread = sumOf(placed(citus, others, 'distributed'));
    const copied = sumOf(placed(citus, others, 'reference'));
    const local = sumOf(placed(citus, others, 'local'));
    return [
      showCount(users),
      showBytes(all.total),
      `${rowsPerSecond(all.monthlyRows)} (${rowsPerSecond(all.monthlyRows * PEAK)})`,
      `${showBytes(sumOf(estimates.filter(isSeries)).total)} (${showBytes(packed.total)})`,
      `${showBytes(spread.total)} (${Math.ceil(spread.total / (MACHINE.used - copied.total))})`,
      showBytes(local.total),
      `${rowsPerSecond(local.monthlyRows)} (${rowsPerSecond(local.monthlyRows * PEAK)})`,
    ];
  });
  return [
    `One machine with ${showBytes(MACHINE.disk)} of disk, filled to two thirds, holds the schema on TimescaleDB for ` +
      `${usersOnOneMachine(timescale)} users, and without its compression for ${usersOnOneMachine(postgres)}.`,
    '',
    ...markdownTable(
      [
        'Users',
        'All, not compressed',
        `Rows a second (busiest hour, ${PEAK} times)`,
        'Time series (compressed by TimescaleDB)',
        'Other tables that `scale` spreads (machines)',
        'What stays on one',
        'Rows a second there (busiest hour)',
      ],
      rows,
    ),
    '',
  ].join('\n');
}

interface Group {
  readonly root: Table;
  readonly members: readonly TableEstimate[];
}

function groupsOf({ model, info }: Compiled, estimates: readonly TableEstimate[]): readonly Group[] {
  const groups = tablesOf(model).map((root) => ({
    root,
    members: estimates.filter(({ table }) => {
      const group = groupOf(info, table);
      return group !== null && group.schema === root.name.schema && group.name === root.name.name;
    }),
  }));
  const size = ({ members }: Group) => sumOf(members).total;
  return groups.filter(({ members }) => members.length > 0).sort((a, b) => size(b) - size(a));
}

function link({ info }: Compiled, table: Table): string {
  return `[${displayName(table.name)}](../${info.get(keyOf(table))?.file ?? ''})`;
}

export function groupsMarkdown(citus: Compiled): string {
  const estimates = platformSize(citus.model, citus.info, VOLUME_USERS);
  const rows = groupsOf(citus, estimates).map(({ root, members }) => {
    const placement = placementOf(citus.info, root);
    const sum = sumOf(members);
    return [
      link(citus, root),
      placement.kind === 'distributed' ? placement.by : '',
      members.length === 1
        ? 'itself'
        : members
            .filter(({ table }) => table !== root)
            .map(({ table }) => link(citus, table))
            .join(', '),
      showCount(sum.rows),
      showBytes(sum.total),
    ];
  });
  const copied = placed(citus, estimates, 'reference').map(({ table }) => link(citus, table));
  return [
    ...markdownTable(['Group', 'By', 'With it', 'Rows at a million users', 'Bytes'], rows),
    '',
    `A copy on every server: ${copied.join(', ')}.`,
    '',
  ].join('\n');
}

export function localMarkdown(citus: Compiled): string {
  const users = 100 * VOLUME_USERS;
  const local = placed(citus, platformSize(citus.model, citus.info, users), 'local');
  const largest = [...local].sort((a, b) => b.size.total - a.size.total).slice(0, LARGEST_LOCAL);
  const share = sumOf(largest).total / sumOf(local).total;
  const rows = largest.map(({ table, facts, size }) => {
    const keys = table.constraints.filter(({ kind }) => kind === 'foreignKey').length;
    const functions = [...new Set(table.triggers.map((trigger) => trigger.function.name))];
    return [link(citus, table), showCount(facts.rows), showBytes(size.total), String(keys), functions.join(', ')];
  });
  return [
    `${local.length} tables stay on the coordinator. At ${showCount(users)} users these ${LARGEST_LOCAL} are ${(share * 100).toFixed(0)} % of them:`,
    '',
    ...markdownTable(['Table', 'Rows', 'Bytes', 'Foreign keys', 'Functions of its triggers'], rows),
    '',
  ].join('\n');
}

export function dropsMarkdown(citus: Compiled): string {
  const rows = tablesOf(citus.model).flatMap((table) =>
    [...scaleOf(citus.info, table).drops].map(([part, why]) => {
      const key = table.constraints.find(({ name }) => name === part);
      const what =
        key?.kind === 'foreignKey' ? `to ${displayName(key.target)}, on delete ${key.onDelete.kind}` : 'trigger';
      return [link(citus, table), part, what, why.replaceAll('|', '\\|')];
    }),
  );
  return [...markdownTable(['Table', 'Part', 'What', 'Why it can go'], rows), ''].join('\n');
}
