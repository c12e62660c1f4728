import { beforeAll, expect, it } from 'vitest';
import { type Comparison, compareWithLive } from '../../src/db/compare.ts';
import { openLedger } from '../../src/db/ledger.ts';
import { probeExtensions } from '../../src/db/probe-extensions.ts';
import { runPlan } from '../../src/db/run-plan.ts';
import type { Session } from '../../src/db/session.ts';
import { readSpecTree } from '../../src/files/read-specs.ts';
import { statementsOf } from '../../src/plan/print.ts';
import { compileSpecs } from '../../src/spec/compile.ts';
import type { SpecTree } from '../../src/spec/tree.ts';
import { TARGETS } from '../../src/target/list.ts';
import type { Target } from '../../src/target/target.ts';
import { targetWith } from '../../src/target/target-with.ts';
import { ROOT } from '../cli/run-cli.ts';
import { withPgvector } from '../engines/with-pgvector.ts';

const WITHOUT: Target = { ...TARGETS.postgres, lockBudget: TARGETS.embedded.lockBudget };
const WITH = targetWith(WITHOUT, { with: ['vector'], without: [] });

const SPACE = '00000000-0000-7000-8000-000000000001';

let tree: SpecTree;
beforeAll(async () => {
  tree = await readSpecTree(`${ROOT}/specs`, ROOT);
});

async function compare(session: Session, target: Target): Promise<Comparison> {
  const { model, project } = compileSpecs(tree, target);
  const { schemas, ignore } = project;
  return await compareWithLive(session, { wanted: model, schemas, ignore, lockBudget: target.lockBudget });
}

async function apply(session: Session, target: Target): Promise<void> {
  const { plan } = await compare(session, target);
  await openLedger(session);
  await runPlan(session, plan, {
    toolVersion: 'test',
    lockTimeoutMs: 3000,
    onProgress: () => undefined,
    onRetry: () => undefined,
    signal: new AbortController().signal,
  });
  expect(statementsOf((await compare(session, target)).plan)).toEqual([]);
}

async function probed(session: Session): Promise<string | undefined> {
  const [vector] = await probeExtensions(session, new Map([['vector', 'public']]), ['public', 'boyfanz']);
  return vector?.reason;
}

/** A taste in a space of 768 dimensions, and 1,999 others. */
const ROWS = `
  set session_replication_role = replica;
  insert into public.embedding_spaces (id, key, version_id, dimension, modality, status)
  values ('${SPACE}', 'taste', gen_random_uuid(), 768, 'user', 'active');
  insert into public.user_embeddings (space_id, user_id, dimension, embedding, interactions_used, window_days)
  select '${SPACE}', gen_random_uuid(), 768, array_fill(n::real, array[767]) || array[1::real], 1, 1
  from generate_series(1, 2000) n;
  reset session_replication_role;
  analyze public.user_embeddings`;

const NEAREST = `select interactions_used from public.user_embeddings
  where dimension = 768 order by embedding::public.vector(768) operator(public.<=>) array_fill(1::real, array[768])::public.vector(768) limit 3`;

it('embeddings are arrays without pgvector, become vectors with it, and are found by an HNSW index', async () => {
  await withPgvector(async (session) => {
    expect(await probed(session)).toBe('the server has it');
    await apply(session, WITHOUT);
    expect(await probed(session)).toBe('the schema was made without it');
    await session.execute(ROWS);

    await apply(session, WITH);
    expect(await probed(session)).toBe('tables here use it');
    const types = await session.query(`
      select attrelid::regclass::text, format_type(atttypid, atttypmod) from pg_attribute
      where attname = 'embedding' and attrelid::regclass::text ~ '^public.[a-z]+_embeddings$' order by 1`);
    expect(types).toEqual([
      ['public.content_embeddings', 'public.vector'],
      ['public.user_embeddings', 'public.vector'],
    ]);
    const explained = (await session.query(`explain ${NEAREST}`)).flat().join('\n');
    expect(explained).toContain('Index Scan using user_embeddings_hnsw_768_idx');
    expect(await session.query(NEAREST)).toHaveLength(3);
    await expect(session.execute('update public.user_embeddings set dimension = 767')).rejects.toThrow(
      'vector_has_its_dimension',
    );
  });
}, 300_000);
