/** Small spec trees on disk, each gone when its test is over. */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

export interface SpecFolder {
  /** Where commands run: the specs are in `specs/` below it. */
  readonly cwd: string;
  readonly specs: string;
  /** Writes files; the paths are below `specs/`. */
  readonly write: (files: Readonly<Record<string, string>>) => Promise<void>;
  readonly remove: (file: string) => Promise<void>;
}

export const PROJECT = `name: small
schemas: [public, boyfanz, boyfanz_parts]
sections:
  01-people: People
  02-things: Things
`;

const GROUPS = `uuid_id:
  comment: A random id.
  columns:
    id: { type: uuid, default: { sql: gen_random_uuid() } }
`;

export const PEOPLE = `table: people
comment: One person.
use: [uuid_id]
columns:
  email: { type: citext, pii: contact }
  nickname: { type: text, nullable: true }
primary_key: [id]
unique:
  - [email]
access: { owner: id, read: [owner], write: [service] }
volume: 1M
`;

/** A table like many others, for plans that take their time. */
export function thing(number: number): string {
  return `table: things_${number}
comment: Thing ${number}.
use: [uuid_id]
columns:
  owner_id: { type: uuid, references: { table: people, on_delete: cascade } }
  label: { type: text, one_of: [a, b, c] }
  size: { type: integer, default: 0 }
primary_key: [id]
checks:
  things_${number}_size: size >= 0
indexes:
  - { columns: [label, size] }
access: { owner: owner_id, read: [owner], write: [service] }
volume: 1M
`;
}

/** Runs `work` in a new folder with a spec tree of one table, `people`. */
export async function withSpecs<T>(work: (folder: SpecFolder) => Promise<T>): Promise<T> {
  const cwd = await mkdtemp(join(tmpdir(), 'boyfanz-cli-'));
  const specs = join(cwd, 'specs');
  const write = async (files: Readonly<Record<string, string>>) => {
    for (const [file, text] of Object.entries(files)) {
      await mkdir(dirname(join(specs, file)), { recursive: true });
      await writeFile(join(specs, file), text);
    }
  };
  try {
    await write({ 'project.yaml': PROJECT, 'column-groups.yaml': GROUPS, '01-people/people.yaml': PEOPLE });
    return await work({ cwd, specs, write, remove: (file) => rm(join(specs, file)) });
  } finally {
    await rm(cwd, { recursive: true, force: true });
  }
}

/** `people` and so many tables that refer to it. */
export async function writeThings(folder: SpecFolder, tables: number): Promise<void> {
  const numbers = Array.from({ length: tables }, (_, at) => at + 1);
  await folder.write(Object.fromEntries(numbers.map((number) => [`02-things/things_${number}.yaml`, thing(number)])));
}
