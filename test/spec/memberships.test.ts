/** Lists of participants become functions: two that name another person must never become one. */
import { expect, it } from 'vitest';
import { compileSpecs } from '../../src/spec/compile.ts';
import { TARGETS } from '../../src/target/list.ts';
import { treeWith } from './fixture-tree.ts';

function room(name: string, member: string): string {
  return `table: ${name}
comment: A table.
columns:
  id: uuid
primary_key: [id]
access:
  participants: { through: pairs, match: { id: room_id }, member: ${member} }
  read: [participants]
  write: [service]
volume: 10
`;
}

const PAIRS = `table: pairs
comment: A table.
columns:
  room_id: uuid
  host_id: { type: uuid, references: { table: users, on_delete: cascade } }
  guest_id: { type: uuid, references: { table: users, on_delete: cascade } }
primary_key: [room_id]
access: { read: [staff], write: [service] }
volume: 10
`;

it('are told apart by the column with the person', () => {
  const tree = treeWith([PAIRS, room('front_rooms', 'host_id'), room('back_rooms', 'guest_id')].join('---\n'));
  const { model, diagnostics } = compileSpecs(tree, TARGETS.postgres);
  expect(diagnostics).toEqual([]);
  const bodies = [...model.objects.values()].flatMap((object) =>
    object.kind === 'function' ? [object.body.text] : [],
  );
  expect(bodies.filter((text) => text.includes('host_id = boyfanz.current_user_id()'))).toHaveLength(1);
  expect(bodies.filter((text) => text.includes('guest_id = boyfanz.current_user_id()'))).toHaveLength(1);
});
