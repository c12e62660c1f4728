/** What a spec says of erasure, and what the foreign keys say where it is silent, as steps in an order that holds. */
import { expect, it } from 'vitest';
import { compileSpecs } from '../../src/spec/compile.ts';
import { planErasure } from '../../src/spec/erasure-plan.ts';
import { TARGETS } from '../../src/target/list.ts';
import { erasing, treeWith } from './fixture-tree.ts';

const ACCESS = 'access: { owner: none, read: [staff], write: [service] }\nvolume: 1M\n';

const SPECS = `
table: profiles
comment: Has the key of its person, so an id in it is a person's.
columns:
  user_id: { type: uuid, references: { table: users, on_delete: cascade } }
primary_key: [user_id]
${ACCESS}
---
table: rooms
comment: Outlives whoever made it.
columns:
  id: bigint
  made_by: { type: uuid, nullable: true, references: { table: profiles, on_delete: set null } }
  title: { type: text, nullable: true }
primary_key: [id]
${ACCESS}erasure:
  people:
    made_by: { clear: [made_by, title], where: title <> '' }
---
table: lines
comment: A line in a room.
columns:
  id: bigint
  room_id: { type: bigint, references: { table: rooms, on_delete: restrict } }
  writer: { type: text, nullable: true }
primary_key: [id]
${ACCESS}erasure:
  people:
    rooms.made_by: delete
    writer: unlink
---
table: bills
comment: Stays.
columns:
  id: bigint
  payer_id: { type: uuid, references: { table: users, on_delete: restrict } }
primary_key: [id]
${ACCESS}
---
table: guests
comment: Somebody who is in a room as long as they are anywhere.
columns:
  id: bigint
  user_id: { type: uuid, references: { table: users, on_delete: cascade } }
primary_key: [id]
${ACCESS}erasure: { keep: Counted, people: { user_id: keep } }
`;

function compiled() {
  const found = compileSpecs(erasing(treeWith(SPECS.trimStart())), TARGETS.postgres);
  expect(found.diagnostics).toEqual([]);
  return found;
}

it('takes the word of the spec, then that of foreign keys, children first', () => {
  const { model, info } = compiled();
  const { steps, broken } = planErasure(model, info, { schema: 'public', name: 'users' });
  expect(broken).toEqual([]);
  expect(steps.map(({ table, path, action, domain }) => `${domain}: ${table.name}.${path} ${action.kind}`)).toEqual([
    'account: memberships.user_id delete',
    'account: lines.rooms.made_by delete',
    'account: lines.writer change',
    'account: rooms.made_by change',
    'account: profiles.user_id delete',
  ]);
});

it('writes each step as a statement that leaves alone what is as it should be', () => {
  const made = compiled().model.objects.get('function boyfanz.erase_person(uuid, integer, text[])');
  const text = made?.kind === 'function' ? made.body.text : '';
  expect(text.match(/^ {6}(?:update|delete)[^;]*;/gm)).toEqual([
    '      delete from public.memberships t where t.user_id = $1;',
    '      delete from public.lines t where exists (select from public.rooms p1 where p1.id = t.room_id and p1.made_by = $1);',
    '      update public.lines t set writer = null\n      where t.writer = $1::text and (writer is not null);',
    "      update public.rooms t set made_by = null, title = null\n      where t.made_by = $1 and (made_by is not null or title is not null) and (title <> '');",
    '      delete from public.profiles t where t.user_id = $1;',
  ]);
});

it('makes no function where nobody is erased', () => {
  const { model } = compileSpecs(treeWith(SPECS.trimStart()), TARGETS.postgres);
  expect([...model.objects.keys()].filter((key) => key.includes('erase_person'))).toEqual([]);
});
