/**
 * Tables that go together and refer to each other in a circle: none of them could go first. The foreign keys and policies
 * that make the circle go before them.
 */
import { objectKey } from '../model/keys.ts';
import type { ForeignKey, ObjectKey, Policy, Table } from '../model/model.ts';
import { sameName } from '../model/name.ts';
import { sqlWords } from '../text/sql-words.ts';
import type { Change } from './change.ts';

type Targets = ReadonlyMap<ObjectKey, readonly ObjectKey[]>;

function keysOf(table: Table): readonly ForeignKey[] {
  return table.constraints.filter((constraint) => constraint.kind === 'foreignKey');
}

/** Tables among the dropped ones whose rows a policy looks at. */
function readBy(policy: Policy, table: Table, dropped: readonly Table[]): readonly ObjectKey[] {
  const words = new Set([...sqlWords(policy.using ?? ''), ...sqlWords(policy.check ?? '')]);
  const others = words.has('select') ? dropped.filter(({ name }) => words.has(name.name)) : [];
  return others.filter(({ name }) => !sameName(name, table.name)).map(({ name }) => objectKey('table', name));
}

function reaches(from: ObjectKey, to: ObjectKey, targets: Targets): boolean {
  const seen = new Set<ObjectKey>();
  const open = [from];
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    if (at === to) return true;
    if (seen.has(at)) continue;
    seen.add(at);
    open.push(...(targets.get(at) ?? []));
  }
  return false;
}

/** @returns the changes, with a drop for each foreign key and policy that is part of a circle of dropped tables. */
export function withoutDropCircles(changes: readonly Change[]): readonly Change[] {
  const dropped = changes.flatMap((change) => (change.kind === 'dropTable' ? [change.table] : []));
  const targets: Targets = new Map(
    dropped.map((table) => [
      objectKey('table', table.name),
      [
        ...keysOf(table).map(({ target }) => objectKey('table', target)),
        ...table.policies.flatMap((policy) => readBy(policy, table, dropped)),
      ],
    ]),
  );
  return changes.flatMap((change): readonly Change[] => {
    if (change.kind !== 'dropTable') return [change];
    const own = objectKey('table', change.table.name);
    const { name: table } = change.table;
    const closesCircle = (other: ObjectKey) => other !== own && targets.has(other) && reaches(other, own, targets);
    const keys = keysOf(change.table).filter(({ target }) => closesCircle(objectKey('table', target)));
    const policies = change.table.policies.filter((policy) => readBy(policy, change.table, dropped).some(closesCircle));
    const left = {
      ...change.table,
      constraints: change.table.constraints.filter((constraint) => !keys.some((key) => key === constraint)),
      policies: change.table.policies.filter((policy) => !policies.includes(policy)),
    };
    return [
      ...keys.map((constraint): Change => ({ kind: 'dropConstraint', table, constraint })),
      ...policies.map((policy): Change => ({ kind: 'dropPolicy', table, policy })),
      { ...change, table: left },
    ];
  });
}
