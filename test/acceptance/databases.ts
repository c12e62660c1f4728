/** Databases for cases: copies of a template that holds what every case starts from. */
import { compareWithLive } from '../../src/db/compare.ts';
import { connect } from '../../src/db/connect.ts';
import { openLedger } from '../../src/db/ledger.ts';
import { runPlan } from '../../src/db/run-plan.ts';
import type { Session } from '../../src/db/session.ts';
import { resolveConnection } from '../../src/db/url.ts';
import type { Plan } from '../../src/plan/plan.ts';
import type { Compiled } from '../../src/spec/tree.ts';
import { TARGETS } from '../../src/target/list.ts';
import type { PgMajor } from '../../src/target/target.ts';
import { sharedServer } from '../engines/shared-servers.ts';
import { compileCase } from './case.ts';

export interface Databases {
  /** Runs `work` in a database of its own. */
  readonly fresh: <T>(onFoundation: boolean, work: (session: Session) => Promise<T>) => Promise<T>;
  readonly close: () => Promise<void>;
}

/** Roles that cases grant to. Roles belong to the server, so they are made once. */
const ROLES = ['acceptance_reader', 'acceptance_writer', 'acceptance "quoted" rölé'];

export async function applyPlan(session: Session, plan: Plan): Promise<void> {
  await runPlan(session, plan, {
    toolVersion: 'test',
    lockTimeoutMs: 3000,
    onProgress: () => undefined,
    onRetry: () => undefined,
    signal: new AbortController().signal,
  });
}

export function compare(session: Session, compiled: Compiled) {
  return compareWithLive(session, {
    wanted: compiled.model,
    schemas: compiled.project.schemas,
    ignore: compiled.project.ignore,
    lockBudget: TARGETS.postgres.lockBudget,
  });
}

/** @param prefix tells the databases of this worker apart */
export async function openDatabases(major: PgMajor, prefix: string): Promise<Databases> {
  const { port } = await sharedServer(major);
  const open = (database: string) => {
    const settings = resolveConnection(`postgres://postgres@127.0.0.1:${port}/${database}?sslmode=disable`, {});
    if (settings === null) throw new Error('A URL always names a database');
    return connect(settings);
  };
  const server = await open('postgres');
  for (const role of ROLES) {
    const name = `"${role.replaceAll('"', '""')}"`;
    await server.execute(
      `do $$ begin create role ${name}; exception when duplicate_object or unique_violation then null; end $$`,
    );
  }
  let count = 0;
  const create = async (template: string) => {
    count += 1;
    const name = `${prefix}_${count}`;
    await server.execute(`create database ${name} template ${template}`);
    return name;
  };
  const prepare = async (onFoundation: boolean) => {
    const name = await create('template0');
    const session = await open(name);
    await openLedger(session);
    if (onFoundation) {
      const foundation = await compileCase('foundation', '', true, TARGETS.postgres);
      await applyPlan(session, (await compare(session, foundation)).plan);
    }
    await session.close();
    return name;
  };
  const templates = { bare: await prepare(false), foundation: await prepare(true) };
  return {
    fresh: async (onFoundation, work) => {
      const name = await create(onFoundation ? templates.foundation : templates.bare);
      try {
        const session = await open(name);
        try {
          return await work(session);
        } finally {
          await session.close();
        }
      } finally {
        await server.execute(`drop database ${name} with (force)`);
      }
    },
    close: async () => {
      for (const name of Object.values(templates)) await server.execute(`drop database ${name} with (force)`);
      await server.close();
    },
  };
}
