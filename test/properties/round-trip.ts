/** Takes a database from one Model to another and back, on one connection, and says what went wrong. */
import { isDeepStrictEqual } from 'node:util';
import { type Comparison, compareWithLive } from '../../src/db/compare.ts';
import { openLedger } from '../../src/db/ledger.ts';
import { readCatalog } from '../../src/db/read-catalog.ts';
import { runPlan, StatementError } from '../../src/db/run-plan.ts';
import type { Session } from '../../src/db/session.ts';
import { diffModels } from '../../src/diff/model.ts';
import { EMPTY_MODEL, type Model, type SchemaObject } from '../../src/model/model.ts';
import { isEmptyPlan, type Plan, planChanges } from '../../src/plan/plan.ts';
import { statementsOf } from '../../src/plan/print.ts';
import { TARGETS } from '../../src/target/list.ts';
import type { PgMajor } from '../../src/target/target.ts';
import { quoteIdent } from '../../src/text/quote.ts';
import { comparableObject } from '../acceptance/comparable.ts';
import { withDatabase } from '../engines/with-engine.ts';
import { EXTENSIONS, type ModelPair } from './arbitrary-model.ts';
import { ALL_SCHEMAS, ROLES } from './names.ts';

/** How far a pair came. */
export type Outcome = 'there and back' | 'there' | 'unsupported';

/** What a pair of Models showed that must not be. */
export class Counterexample extends Error {}

const SETTINGS = { schemas: ALL_SCHEMAS, ignore: [], lockBudget: TARGETS.postgres.lockBudget } as const;

export async function withServer(major: PgMajor, work: (session: Session) => Promise<void>): Promise<void> {
  await withDatabase(major, async ({ session }) => {
    const roles = ROLES.map((role) => `begin create role ${quoteIdent(role)}; exception when others then null; end;`);
    await session.execute(`do $$ begin ${roles.join(' ')} end $$`);
    for (const extension of EXTENSIONS) await session.execute(`create extension ${extension} schema public`);
    await openLedger(session);
    await work(session);
  });
}

async function clean(session: Session): Promise<void> {
  const schemas = ALL_SCHEMAS.map(quoteIdent).join(', ');
  await session.execute(`set client_min_messages = error; drop schema if exists ${schemas} cascade`);
}

function planFromNothing(model: Model, { server }: Session): Plan {
  const range = { min: server.major, max: server.major };
  return planChanges(diffModels(EMPTY_MODEL, model), { model, range, lockBudget: 3000, sizes: new Map() });
}

async function run(session: Session, plan: Plan, step: string): Promise<void> {
  try {
    await runPlan(session, plan, {
      toolVersion: 'test',
      lockTimeoutMs: 3000,
      onProgress: () => undefined,
      onRetry: () => undefined,
      signal: new AbortController().signal,
    });
  } catch (error) {
    if (!(error instanceof StatementError)) throw error;
    throw new Counterexample(
      `${step}: ${error.message}\n${error.database.detail ?? ''}\n  ${error.statement}\nin\n${shown(plan)}`,
    );
  }
}

function shown(plan: Plan): string {
  return statementsOf(plan)
    .map((statement) => `  ${statement};\n`)
    .join('');
}

function compare(session: Session, wanted: Model): Promise<Comparison> {
  return compareWithLive(session, { ...SETTINGS, wanted });
}

async function expectNothingLeft(session: Session, wanted: Model, step: string, done: Plan): Promise<void> {
  const { plan, unspelled, live } = await compare(session, wanted);
  if (!isEmptyPlan(plan)) {
    const refused = plan.unsupported.map(({ message }) => `  ${message}\n`).join('');
    throw new Counterexample(`${step} leaves differences:\n${shown(plan)}${refused}after\n${shown(done)}`);
  }
  if (unspelled.length > 0) throw new Counterexample(`${step}: not spelled: ${JSON.stringify(unspelled)}`);
  if (live.unmodelled.length > 0) throw new Counterexample(`${step}: not modelled: ${JSON.stringify(live.unmodelled)}`);
}

/** `select *` follows the order of the columns, in which one that went and came back is the last. */
function comparableQuery(object: SchemaObject): SchemaObject {
  return object.kind === 'view'
    ? {
        ...object,
        query: object.query
          .split(/[\s,]+/)
          .sort()
          .join(' '),
      }
    : object;
}

async function readObjects(session: Session): Promise<Readonly<Record<string, object>>> {
  const { model } = await readCatalog(session, SETTINGS);
  return Object.fromEntries(
    [...model.objects].map(([key, object]) => [key, comparableQuery(comparableObject(object))]),
  );
}

/** Which properties of which objects are not the same. */
function differences(before: Readonly<Record<string, object>>, after: Readonly<Record<string, object>>): string {
  return [...new Set([...Object.keys(before), ...Object.keys(after)])]
    .flatMap((key) => {
      const [old, now] = [new Map(Object.entries(before[key] ?? {})), new Map(Object.entries(after[key] ?? {}))];
      return [...new Set([...old.keys(), ...now.keys()])]
        .filter((property) => !isDeepStrictEqual(old.get(property), now.get(property)))
        .map((property) => {
          const shownValue = (value: unknown) => JSON.stringify(value) ?? 'nothing';
          return `  ${key}, ${property}:\n    ${shownValue(old.get(property))}\n    ${shownValue(now.get(property))}\n`;
        });
    })
    .join('');
}

/** @throws Counterexample */
export async function thereAndBack(session: Session, { a, b }: ModelPair): Promise<Outcome> {
  await clean(session);
  const first = planFromNothing(a, session);
  await run(session, first, 'nothing -> a');
  await expectNothingLeft(session, a, 'nothing -> a', first);
  const before = await readObjects(session);

  const { plan: forth } = await compare(session, b);
  if (forth.unsupported.length > 0) return 'unsupported';
  await run(session, forth, 'a -> b');
  await expectNothingLeft(session, b, 'a -> b', forth);

  const { plan: back } = await compare(session, a);
  if (back.unsupported.length > 0) return 'there';
  await run(session, back, 'b -> a');
  await expectNothingLeft(session, a, 'b -> a', back);
  const after = await readObjects(session);
  if (!isDeepStrictEqual(after, before)) {
    throw new Counterexample(
      `a -> b -> a is not a:\n${differences(before, after)}forth\n${shown(forth)}back\n${shown(back)}`,
    );
  }
  return 'there and back';
}
