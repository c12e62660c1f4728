/**
 * Every target that is a PostgreSQL, on every version that it names. The whole schema is compiled for each record that
 * differs, and compared, statement by statement, with that of the target `postgres`, which test/cli/built-files.test.ts loads
 * on every version. What differs by target or version is loaded here, with the head of each target's own file.
 */
import { parsePlPgSQLSync, parseSync } from 'libpg-query';
import { beforeAll, describe, expect, it } from 'vitest';
import { compareWithLive } from '../../src/db/compare.ts';
import { readSpecTree } from '../../src/files/read-specs.ts';
import type { Model } from '../../src/model/model.ts';
import { buildScript, planFromEmpty } from '../../src/plan/build-script.ts';
import { statementsOf } from '../../src/plan/print.ts';
import { compileSpecs } from '../../src/spec/compile.ts';
import type { SpecTree } from '../../src/spec/tree.ts';
import { PLATFORMS } from '../../src/target/platform-list.ts';
import { PG_MAJORS, type PgMajor, type Target, type TargetName } from '../../src/target/target.ts';
import { targetWith } from '../../src/target/target-with.ts';
import { hasErrors } from '../../src/text/diagnostic.ts';
import { ROOT } from '../cli/run-cli.ts';
import { withDatabase } from '../engines/with-engine.ts';

const SERVERS = Object.values(PLATFORMS)
  .map(({ target }) => target)
  .filter(({ dialect }) => dialect === 'postgresql');

/** They need what these engines lack, and have tests of their own with it. */
const ELSEWHERE: readonly TargetName[] = ['supabase', 'timescale', 'timescale-apache', 'citus'];

/** The engines of these tests have neither PostGIS nor pgvector. */
function bare(target: Target): Target {
  return targetWith(target, { with: [], without: [...target.optional.keys()] });
}

const LOADED = SERVERS.filter(({ name }) => !ELSEWHERE.includes(name)).map(bare);

function versionsOf({ versions: { min, max } }: Target): readonly PgMajor[] {
  return PG_MAJORS.filter((major) => major >= min && major <= max);
}

/** A record without what is its name, or words, or asked of a server, or decides how the plan is cut, printed and ended. */
function contentOf(target: Target): string {
  const {
    name,
    summary,
    output,
    optional,
    remedy,
    installers,
    allowList,
    preflight,
    versions,
    lockBudget,
    scheduler,
    ...content
  } = target;
  return JSON.stringify({ ...content, extensions: [...content.extensions] });
}

/** Compiles once for each record that differs, and plans once for each range of versions of it. */
function schemaOf(tree: SpecTree) {
  const models = new Map<string, Model>();
  const plans = new Map<string, readonly string[]>();
  const model = (target: Target): Model => {
    const known = models.get(contentOf(target));
    if (known !== undefined) return known;
    const compiled = compileSpecs(tree, target);
    expect(hasErrors(compiled.diagnostics)).toBe(false);
    models.set(contentOf(target), compiled.model);
    return compiled.model;
  };
  const statements = (target: Target): readonly string[] => {
    const key = `${contentOf(target)} ${JSON.stringify(target.versions)}`;
    const found = plans.get(key) ?? statementsOf(planFromEmpty(model(target), target));
    plans.set(key, found);
    return found;
  };
  return { model, statements };
}

/** What a server of this version makes of a statement: of a block that asks for the version, the branch that it takes. */
function onVersion(statement: string, major: PgMajor): string {
  if (!/^do \$\w+\$\nbegin\n {2}if current_setting\('server_version_num'\)/.test(statement)) return statement;
  const branches = [
    ...statement.matchAll(/(?:>= (\d+) then|else)\n {4}(?:execute \$(sql\d*)\$([\s\S]*?)\$\2\$|null);/g),
  ];
  const taken = branches.find(([, since]) => since === undefined || major * 10_000 >= Number(since));
  return taken?.[3] ?? '';
}

function refusal(statement: string): string | null {
  try {
    parseSync(statement);
    if (statement.startsWith('do ')) parsePlPgSQLSync(statement);
    return null;
  } catch (error) {
    return `${error instanceof Error ? error.message : error}: ${statement}`;
  }
}

let tree: SpecTree;
let whole: ReturnType<typeof schemaOf>;

beforeAll(async () => {
  tree = await readSpecTree(`${ROOT}/specs`, ROOT);
  whole = schemaOf(tree);
});

describe('the whole schema', { timeout: 240_000 }, () => {
  it('builds for every target, and the parser takes every statement', () => {
    const distinct = new Set(SERVERS.flatMap(whole.statements));
    expect(distinct.size).toBeGreaterThan(5000);
    expect([...distinct].map(refusal).filter((text) => text !== null)).toEqual([]);
  });

  it('holds nothing that its platform forbids', () => {
    const found = SERVERS.flatMap((target) =>
      PLATFORMS[target.name].forbids.flatMap(({ what, pattern }) =>
        whole.statements(target).flatMap((statement) => {
          // Bodies of functions run with the rights of whoever calls them, and comments not at all.
          const [head = ''] = statement.split(/\$fn\d*\$/);
          const text = head.replace(/'(?:[^']|'')*'/g, "''").toLowerCase();
          return pattern.test(text) ? [`${target.name} has ${what}: ${text.slice(0, 200)}`] : [];
        }),
      ),
    );
    expect(found).toEqual([]);
  });

  it('is on each version, without PostGIS and pgvector, the text that is loaded for postgres', () => {
    const base = bare(PLATFORMS.postgres.target);
    const shared = new Map<string, string[]>();
    for (const target of LOADED) {
      const isSame = contentOf(target) === contentOf(base);
      const key = isSame ? `as postgres on ${versionsOf(target).join(' ')}` : 'a schema of its own';
      shared.set(key, [...(shared.get(key) ?? []), target.name]);
      if (!isSame) continue;
      for (const major of versionsOf(target)) {
        const theirs = new Set(whole.statements(base).map((statement) => onVersion(statement, major)));
        const differing = whole
          .statements(target)
          .map((statement) => onVersion(statement, major))
          .filter((text) => !theirs.has(text));
        // A view says by one statement or by two that it runs with the rights of its reader; both are loaded below.
        expect(differing.map((text) => text.slice(0, 25))).toEqual(
          differing.map(() => expect.stringMatching(/^create view public\./)),
        );
      }
    }
    process.stdout.write([...shared].map(([key, names]) => `${key}: ${names.join(', ')}\n`).join(''));
    expect(shared.get('as postgres on 14 15 16 17 18')).toEqual(
      expect.arrayContaining(['postgres', 'neon', 'render', 'rds', 'cloud-sql', 'azure', 'digitalocean']),
    );
  });

  it('asks for nothing but the record: under another name it is the same but for that name', () => {
    const target = bare(PLATFORMS.azure.target);
    // Each records in the database what that was built for.
    const unnamed = (statement: string) => statement.replace(/"target":"[\w-]+"/, '"target":""');
    const anew = schemaOf(tree).statements(target);
    const known = new Set(whole.statements(target).map(unnamed));
    expect(anew.filter((statement) => !known.has(unnamed(statement)))).toEqual([]);
    expect(anew).toHaveLength(whole.statements(target).length);
  });
});

const SMALL = `table: friendships
comment: Two people, and since when.
columns:
  low_id: uuid
  high_id: { type: uuid, default: { sql: boyfanz.uuid_v7() } }
primary_key: [low_id, high_id]
access: { read: [staff], write: [service] }
volume: 1k
---
view: friends
comment: Friends, seen from either side.
query: select low_id as user_id, high_id as friend_id from public.friendships
`;

describe.each(PG_MAJORS)('on PostgreSQL %i', (major) => {
  const targets = LOADED.filter((target) => versionsOf(target).includes(major));

  it('what differs by version loads, in the file of each target, and then there is no difference', async () => {
    const document = { source: { path: 'specs/small.yaml', text: SMALL }, section: '01-core-user-management' };
    const foundation = tree.documents.filter(({ section }) => section === null);
    const small = schemaOf({ ...tree, documents: [...foundation, document] });
    const byText = new Map<string, Target[]>();
    for (const target of targets) {
      const text = small.statements(target).join(';\n');
      byText.set(text, [...(byText.get(text) ?? []), target]);
    }
    for (const [target, ...others] of byText.values()) {
      if (target === undefined) continue;
      await withDatabase(major, async ({ session }) => {
        const model = small.model(target);
        const [own = '', ...heads] = [target, ...others].map((one) => buildScript('small', model, one));
        // The head of each asks the server in words of its own, and makes nothing.
        for (const text of heads) {
          const head = /^do \$preflight\$[\s\S]*?\n\$preflight\$;/m.exec(text)?.[0] ?? '';
          expect(refusal(head)).toBeNull();
          await session.execute(head);
        }
        await session.execute(own);
        const { schemas, ignore } = compileSpecs({ ...tree, documents: [] }, target).project;
        const { plan } = await compareWithLive(session, { wanted: model, schemas, ignore, lockBudget: 3000 });
        expect(statementsOf(plan), `${target.name} ${major}`).toEqual([]);
      });
    }
    expect([...byText.values()].flat()).toHaveLength(targets.length);
    expect(targets.length).toBeGreaterThan(6);
  });
});
