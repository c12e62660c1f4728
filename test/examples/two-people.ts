/** The whole schema with two people and what is theirs, and the logins of the examples. */
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { oncePerRun } from '../engines/shared-servers.ts';
import { type TestDatabase, withCopyOf } from '../engines/with-engine.ts';
import { specsScript } from '../foundation/foundation-script.ts';

export const ANNA = '018f0000-0000-7000-8000-00000000000a';
export const BERT = '018f0000-0000-7000-8000-00000000000b';
export const PRIVATE_OF_ANNA = '018f0000-0000-7000-8000-0000000000a1';
export const PRIVATE_OF_BERT = '018f0000-0000-7000-8000-0000000000b1';

const ROWS = `
insert into public.users (id, username, status, signup_country) values
  ('${ANNA}', 'anna', 'active', 'NL'), ('${BERT}', 'bert', 'active', 'BE');
insert into public.user_preferences (user_id, theme) values ('${ANNA}', 'dark'), ('${BERT}', 'light');
insert into public.bookmark_collections (id, user_id, name, is_public) values
  ('${PRIVATE_OF_ANNA}', '${ANNA}', 'a private', false), (default, '${ANNA}', 'a public', true),
  ('${PRIVATE_OF_BERT}', '${BERT}', 'b private', false), (default, '${BERT}', 'b public', true)`;

/** Names of the collections that somebody sees. */
export const SEEN = {
  anna: ['a private', 'a public', 'b public'],
  bert: ['a public', 'b private', 'b public'],
  nobody: ['a public', 'b public'],
} as const;

export function readExample(path: string): Promise<string> {
  return readFile(fileURLToPath(new URL(`../../docs/examples/${path}`, import.meta.url)), 'utf8');
}

/** @param work gets the URL for a login of `docs/examples/logins.sql` besides the database */
export function withTwoPeople(
  work: (database: TestDatabase, urlOf: (login: string) => string) => Promise<void>,
): Promise<void> {
  return withCopyOf(17, 'whole_schema', specsScript, async (database) => {
    const { session, url } = database;
    // Roles are there for the whole server.
    await oncePerRun('example-logins', async () => {
      await session.execute(await readExample('logins.sql'));
      return true;
    });
    await session.execute(ROWS);
    await work(database, (login) => url.replace('//postgres@', `//${login}@`));
  });
}
