/**
 * Partitions, reached by their own names: closed to everybody but their owner. The service too reads and writes through the
 * parent, so that there is one place that says who may.
 */
import type { Session } from '../../src/db/session.ts';
import type { Roles } from '../../src/target/target.ts';
import { ask, DENIED, type Identity, type Question } from './probe.ts';

const PARTITIONS = `
  select c.oid::regclass::text,
    (select quote_ident(a.attname) from pg_attribute a
     where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '' and a.attidentity = ''
     order by a.attnum limit 1)
  from pg_class c
  where c.relispartition and c.relkind in ('r', 'p')
  order by 1`;

/** @param session of a superuser, with the functions of the probe */
export async function checkPartitions(
  session: Session,
  roles: Roles,
  identity: Identity,
): Promise<{ readonly partitions: number; readonly cells: number; readonly wrong: readonly string[] }> {
  const partitions = await session.query(PARTITIONS);
  const all = [roles.anonymous, roles.member, roles.staff, roles.service];
  const questions = partitions.flatMap(([name, column]) =>
    [
      `select count(*) from only ${name}`,
      `insert into ${name} default values`,
      `update only ${name} set ${column} = default`,
      `delete from only ${name}`,
      `truncate only ${name}`,
    ].flatMap((statement) => all.map((role): Question => ({ role, id: null, wants: 'rows', statement }))),
  );
  const answers = await ask(session, questions, identity);
  const wrong = questions.flatMap(({ role, statement }, at) =>
    answers[at]?.startsWith(DENIED) === true ? [] : [`${role}: ${statement}: ${answers[at]}`],
  );
  return { partitions: partitions.length, cells: questions.length, wrong };
}
