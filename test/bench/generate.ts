/**
 * A spec tree of any size, shaped like the real sections: users in the middle, owners, references to earlier tables,
 * checks, partial and descending indexes, comments, every tenth table in hash partitions, every twentieth rolling.
 */
import { readSpecTree } from '../../src/files/read-specs.ts';
import type { SpecFile, SpecTree } from '../../src/spec/tree.ts';

const PACKAGE_ROOT = new URL('../..', import.meta.url).pathname;

function users(): string {
  return `table: users
comment: One account of the generated platform.
use: [uuid_id, timestamps]
columns:
  username: { type: citext, pii: identity }
  status: { type: text, default: active, one_of: [pending, active, closed] }
primary_key: [id]
unique:
  - [username]
access:
  owner: id
  read: [owner, staff]
  write: [service]
volume: 1M
`;
}

function storage(number: number): string {
  if (number % 20 === 19)
    return 'partition: { by: range, key: occurred_at, every: 1 month, ahead: 3, keep: 24 months, default: true }\n';
  if (number % 10 === 9) return 'partition: { by: hash, key: user_id, parts: 4 }\n';
  return 'storage: { with: { fillfactor: 85 } }\n';
}

function primaryKey(number: number): string {
  if (number % 20 === 19) return '[id, occurred_at]';
  return number % 10 === 9 ? '[user_id, id]' : '[id]';
}

/** Nothing refers to a partitioned table: its key would have to come along. */
function parentOf(number: number): number | null {
  const parent = Math.floor(number / 2);
  return parent > 0 && parent % 10 !== 9 ? parent : null;
}

function table(number: number): string {
  const name = `records_${String(number).padStart(4, '0')}`;
  const parent = parentOf(number);
  const reference =
    parent === null
      ? ''
      : `  parent_id: { type: uuid, nullable: true, references: { table: records_${String(parent).padStart(4, '0')}, on_delete: set null } }\n`;
  return `table: ${name}
comment: Generated table ${number}, one row for each record of its kind that a user keeps.
use: [uuid_id, timestamps]
columns:
  user_id: { type: uuid, references: { table: users, on_delete: restrict } }
${reference}  kind: { type: text, default: note, one_of: [note, photo, video, poll] }
  title: { type: text, comment: Shown in lists. }
  body: { type: text, nullable: true }
  amount_minor: { type: bigint, default: 0 }
  currency: { type: char(3), default: EUR }
  position: { type: smallint, default: 0 }
  details: { type: jsonb, default: { sql: "'{}'" } }
  occurred_at: { type: timestamptz, default: { sql: now() } }
  closed_at: { type: timestamptz, nullable: true }
primary_key: ${primaryKey(number)}
checks:
  title_length: char_length(title) between 1 and 200
  amount_is_not_negative: amount_minor >= 0
  closes_after_it_happened: closed_at >= occurred_at
indexes:
  - { columns: [user_id, { occurred_at: desc }], where: closed_at is null }
  - { columns: [kind, { occurred_at: desc }] }
  - { columns: [details], using: gin }
${storage(number)}access:
  owner: user_id
  read: [owner, staff]
  write: [service]
volume: 1M
${number % 20 === 19 ? 'retention: 24 months\n' : ''}`;
}

/** @param tables how many, `users` included */
export async function generateTree(tables: number): Promise<SpecTree> {
  const packaged = await readSpecTree(`${PACKAGE_ROOT}/specs`, PACKAGE_ROOT);
  const foundation = packaged.documents.filter(({ section }) => section === null);
  const texts = [users(), ...Array.from({ length: tables - 1 }, (_, at) => table(at + 1))];
  const generated = texts.map((text, at): SpecFile => {
    const path = `specs/01-generated/records_${String(at).padStart(4, '0')}.yaml`;
    return { source: { path, text }, section: '01-generated' };
  });
  return {
    ...packaged,
    project: {
      path: 'specs/project.yaml',
      text: 'name: generated\nschemas: [public, boyfanz, boyfanz_parts]\nsections:\n  01-generated: Generated\n',
    },
    documents: [...foundation, ...generated],
  };
}
