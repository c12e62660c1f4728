/** What rules claim that servers refuse, asked of the servers. */
import { describe, expect, it } from 'vitest';
import type { Session } from '../../src/db/session.ts';
import { ALL_MAJORS, withDatabase } from '../engines/with-engine.ts';

interface Claim {
  readonly rule: string;
  /** First version that takes it; `null`: none does. */
  readonly since: number | null;
  readonly script: string;
}

const CLAIMS: Readonly<Record<string, Claim>> = {
  'NULLS NOT DISTINCT': {
    rule: 'feature-newer-than-target',
    since: 15,
    script: 'create table t (a int, unique nulls not distinct (a))',
  },
  'SET NULL of some columns': {
    rule: 'feature-newer-than-target',
    since: 15,
    script: `create table p (a int, b int, primary key (a, b));
      create table t (a int, b int, foreign key (a, b) references p on delete set null (b))`,
  },
  'GiST over boolean': {
    rule: 'feature-newer-than-target',
    since: 15,
    script: 'create extension btree_gist; create table t (a boolean, exclude using gist (a with =))',
  },
  'an exclusion constraint on a partitioned table': {
    rule: 'feature-newer-than-target',
    since: 17,
    script: 'create table t (a int, exclude using btree (a with =)) partition by list (a)',
  },
  'a virtual column': {
    rule: 'feature-newer-than-target',
    since: 18,
    script: 'create table t (a int, b int generated always as (a + 1) virtual)',
  },
  'a NOT VALID foreign key of a partitioned table': {
    rule: 'feature-newer-than-target',
    since: 18,
    script: `create table p (a int primary key); create table t (a int) partition by list (a);
      alter table t add foreign key (a) references p not valid`,
  },
  'a foreign key to a deferrable key': {
    rule: 'foreign-key-without-unique-target',
    since: null,
    script: 'create table p (a int unique deferrable); create table t (a int references p (a))',
  },
  'a foreign key to columns in another order': {
    rule: 'foreign-key-without-unique-target',
    since: 14,
    script: `create table p (a int, b int, primary key (a, b));
      create table t (a int, b int, foreign key (b, a) references p (b, a))`,
  },
  'dropping a partition that a foreign key can refer to': {
    rule: 'foreign-key-into-time-partitioned',
    since: null,
    script: `create table p (at date primary key) partition by range (at);
      create table p1 partition of p for values from ('2020-01-01') to ('2021-01-01');
      create table t (at date references p); drop table p1`,
  },
  'an enum with the name of a table': {
    rule: 'name-collision',
    since: null,
    script: "create table t (a int); create type t as enum ('a')",
  },
  'a constraint trigger with the name of a check': {
    rule: 'name-collision',
    since: null,
    script: `create table t (a int constraint c check (a > 0));
      create function f() returns trigger language plpgsql as 'begin return new; end';
      create constraint trigger c after insert on t for each row execute function f()`,
  },
  'columns named with words that are not reserved for them': {
    rule: 'reserved-word',
    since: 14,
    script: 'create table t (position int, values int, time int check (position > 0 and values = 1 and time <> 3))',
  },
  'emptying a column of the primary key': {
    rule: 'set-null-on-not-null',
    since: null,
    script: `create table p (a int primary key); create table t (a int primary key references p on delete set null);
      insert into p values (1); insert into t values (1); delete from p`,
  },
  'emptying a column that a check wants': {
    rule: 'set-null-breaks-check',
    since: null,
    script: `create table p (a int primary key);
      create table t (a int references p on delete set null, s text, check ((s = 'done') = (a is not null)));
      insert into p values (1); insert into t values (1, 'done'); delete from p`,
  },
  'a check on the present day': {
    rule: 'check-not-immutable',
    since: 14,
    script: 'create table t (a date check (a <= current_date))',
  },
  'concat() in an index': {
    rule: 'check-not-immutable',
    since: null,
    script: 'create table t (a text, b text); create index on t (concat(a, b))',
  },
  'to_tsvector() without a configuration in an index': {
    rule: 'check-not-immutable',
    since: null,
    script: 'create table t (a text); create index on t using gin (to_tsvector(a))',
  },
  'to_tsvector() with a configuration in an index': {
    rule: 'check-not-immutable',
    since: 14,
    script: "create table t (a text); create index on t using gin (to_tsvector('simple', a))",
  },
  'an enum, a char and an inet under GiST equality': {
    rule: 'unknown-extension-feature',
    since: 14,
    script: `create extension btree_gist; create type e as enum ('a');
      create table t (a e, b char(3), c inet, exclude using gist (a with =, b with =, c with =))`,
  },
};

async function isTaken(session: Session, script: string): Promise<boolean> {
  await session.execute('begin; set local search_path = public');
  const taken = await session.execute(script).then(
    () => true,
    () => false,
  );
  await session.execute('rollback');
  return taken;
}

describe.each(ALL_MAJORS)('PostgreSQL %i', (major) => {
  it('takes and refuses what the rules say', { timeout: 60_000 }, async () => {
    const taken = await withDatabase(major, async ({ session }) => {
      const answers: Record<string, boolean> = {};
      for (const [name, { script }] of Object.entries(CLAIMS)) answers[name] = await isTaken(session, script);
      return answers;
    });
    const claimed = Object.entries(CLAIMS).map(([name, { since }]) => [name, since !== null && since <= major]);
    expect(taken).toEqual(Object.fromEntries(claimed));
  });
});
