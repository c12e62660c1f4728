/**
 * What is forged is refused, and what is honest works: through a connection like that of an application, against the schema
 * as it is built, with its triggers and keys.
 */
import { expect, it } from 'vitest';
import type { Session } from '../../src/db/session.ts';
import { withCopyOf } from '../engines/with-engine.ts';
import { compiledSpecs, plainTarget, specsScript } from '../foundation/foundation-script.ts';
import { type Application, withApplication } from './application.ts';
import { forgeries, NOTHING } from './forgeries.ts';
import { one, type Scene, setScene } from './scene.ts';

/** What is sold is seen after it was paid for, and not by somebody whom its author blocked. */
async function seesWhatIsPaidFor(session: Session, scene: Scene, application: Application): Promise<void> {
  const { me, other, sold } = scene;
  const id = me.slice(1, -1);
  // The way in for those who paid.
  const read = `select i.id from public.content_items i join public.posts p using (id) join public.post_media m on m.post_id = p.id where i.id = ${sold}`;
  expect(await application.as(id, read)).toBe(NOTHING);
  await session.execute(`set session_replication_role = replica;
    insert into content_unlocks (user_id, content_id, creator_id, source, currency)
    select ${me}, id, creator_id, (array(select distinct source from content_unlocks))[1], 'EUR' from content_items where id = ${sold};
    reset session_replication_role`);
  expect(await application.as(id, read)).not.toBe(NOTHING);
  // A block shuts it again, and hides who blocked.
  const author = await one(session, `select author_id from content_items where id = ${sold}`);
  const accounts = `select id from public.users where id in (${author}, ${other})`;
  expect(await application.as(id, accounts)).toBe('2 rows');
  await session.execute(`insert into user_blocks (blocker_id, blocked_id, source) values (${author}, ${me}, 'manual')`);
  expect(await application.as(id, accounts)).toBe('1 rows');
  expect(await application.as(id, read)).toBe(NOTHING);
}

/** Functions that act with more rights than their caller's, and sequences, whose numbers are taken from all. */
const DANGEROUS = `
  select p.oid::regprocedure::text from pg_proc p, unnest($1::text[]) as r(role)
  where p.prosecdef and p.provolatile = 'v' and p.prorettype <> 'trigger'::regtype and has_function_privilege(r.role, p.oid, 'execute')
  union all
  select c.oid::regclass::text from pg_class c, unnest($1::text[]) as r(role)
  where c.relkind = 'S' and has_sequence_privilege(r.role, c.oid, 'usage, select, update')`;

it.each([15, 17] as const)('lets nothing forged through on PostgreSQL %i', { timeout: 300_000 }, (major) =>
  withCopyOf(major, 'whole_schema', specsScript, async ({ session, url }) => {
    const { roles } = plainTarget('postgres');
    if (roles === null) throw new Error('The target has no roles');
    const scene = await setScene(session, await compiledSpecs());
    await session.execute('analyze');
    const id = scene.me.slice(1, -1);
    await withApplication(session, url, roles, async (application) => {
      const all = forgeries(scene);
      const wrong: string[] = [];
      const leaked: string[] = [];
      for (const { title, forged, comes, honest } of all) {
        const came = await application.as(id, ...forged);
        leaked.push(...application.notices());
        const worked = await application.as(id, ...honest);
        application.notices();
        if (came !== comes) wrong.push(`${title}: ${came}`);
        if (/^0 rows|^[0-9A-Z]{5}$/.test(worked)) wrong.push(`${title}, honestly: ${worked}`);
      }
      process.stdout.write(`PostgreSQL ${major}: ${all.length} forgeries\n`);
      expect(wrong).toEqual([]);
      // A function of one's own sees the own rows and no others, whatever it pretends to cost.
      const own = await session.query(`select email from user_emails where user_id = ${scene.me}`);
      expect(leaked.length).toBeGreaterThan(0);
      expect(leaked.filter((email) => !own.some(([mine]) => mine === email))).toEqual([]);
      expect(await session.query(DANGEROUS, [`{${roles.anonymous},${roles.member},${roles.staff}}`])).toEqual([]);
      await seesWhatIsPaidFor(session, scene, application);
    });
  }),
);
