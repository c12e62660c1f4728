/** What follows from `scale:` of several tables together. */
import type { Info, Placement, Scale } from './info.ts';
import { findTable, keyOf, tablesOf } from './keys.ts';
import type { Constraint, ForeignKey, Model, Table } from './model.ts';
import { type QName, sameName } from './name.ts';

const ALONE: Scale = { placement: { kind: 'local' }, drops: new Map() };

/** A table that nothing is said about is local. */
export function scaleOf(info: Info, table: Table): Scale {
  return info.get(keyOf(table))?.scale ?? ALONE;
}

export function placementOf(info: Info, table: Table): Placement {
  return scaleOf(info, table).placement;
}

/** The table that a distributed table's group is named after; `null` for tables that are not distributed. */
export function groupOf(info: Info, table: Table): QName | null {
  const placement = placementOf(info, table);
  return placement.kind === 'distributed' ? (placement.with ?? table.name) : null;
}

export function areTogether(info: Info, one: Table, other: Table): boolean {
  const group = groupOf(info, one);
  const second = groupOf(info, other);
  return group !== null && second !== null && sameName(group, second);
}

/** A foreign key that stands when the database is spread, with both of its tables. */
export interface Link {
  readonly from: Table;
  readonly key: ForeignKey;
  readonly to: Table;
}

export function isForeignKey(constraint: Constraint): constraint is ForeignKey {
  return constraint.kind === 'foreignKey';
}

/** Foreign keys of a table that are not dropped. */
export function linksOf(model: Model, info: Info, table: Table): readonly Link[] {
  const { drops } = scaleOf(info, table);
  return table.constraints.filter(isForeignKey).flatMap((key) => {
    const to = drops.has(key.name) ? null : findTable(model, key.target);
    return to === null ? [] : [{ from: table, key, to }];
  });
}

/** Tables so that each comes after those it refers to; where they refer to each other, in the order of the Model. */
export function referencedFirst(model: Model, info: Info, tables: readonly Table[]): readonly Table[] {
  const wanted = new Set(tables);
  const done = new Set<Table>();
  const visit = (table: Table): void => {
    if (done.has(table)) return;
    done.add(table);
    wanted.delete(table);
    for (const { to } of linksOf(model, info, table)) if (wanted.has(to)) visit(to);
    ordered.push(table);
  };
  const ordered: Table[] = [];
  for (const table of tables) visit(table);
  return ordered;
}

/**
 * Local tables that Citus has to know because a foreign key ties them to a reference table. What they are tied to in turn
 * comes with them, so one table of each such cluster stands for all: the first by the Model's order.
 */
export function tiedToReferences(model: Model, info: Info): readonly (readonly Table[])[] {
  const tables = tablesOf(model);
  const links = tables.flatMap((table) => linksOf(model, info, table));
  const kindOf = (table: Table) => placementOf(info, table).kind;
  const neighbours = new Map<Table, Table[]>(tables.map((table) => [table, []]));
  for (const { from, to } of links) {
    if (kindOf(from) !== 'local' || kindOf(to) !== 'local') continue;
    neighbours.get(from)?.push(to);
    neighbours.get(to)?.push(from);
  }
  const tied = new Set(
    links.flatMap(({ from, to }) => {
      if (kindOf(from) === 'reference' && kindOf(to) === 'local') return [to];
      return kindOf(to) === 'reference' && kindOf(from) === 'local' ? [from] : [];
    }),
  );
  const seen = new Set<Table>();
  const clusterOf = (start: Table): readonly Table[] => {
    const cluster: Table[] = [];
    const waiting = [start];
    for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
      if (seen.has(next)) continue;
      seen.add(next);
      cluster.push(next);
      waiting.push(...(neighbours.get(next) ?? []));
    }
    return cluster;
  };
  return tables.flatMap((table) => (tied.has(table) && !seen.has(table) ? [clusterOf(table)] : []));
}
