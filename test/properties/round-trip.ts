/** Takes a database from one Model to another and back, on one connection, and says what went wrong. */
import { isDeepStrictEqual } from 'node:util';
import { type Comparison, compareWithLive } from '../../src/db/compare.ts';
import { openLedger } from '../../src/db/ledger.ts';
import { runPlan, StatementError } from '../../src/db/run-plan.ts';
import type { Session } from '../../src/db/session.ts';
import type { Model, SchemaObject } from '../../src/model/model.ts';
import { isEmptyPlan, type Plan } from '../../src/plan/plan.ts';
import { TARGETS } from '../../src/target/list.ts';
import type { PgMajor } from '../../src/target/target.ts';
import { quoteIdent } from '../../src/text/quote.ts';
import { comparableObject } from '../acceptance/comparable.ts';
import { withDatabase } from '../engines/with-engine.ts';
import { EXTENSIONS, type ModelPair } from './arbitrary-model.ts';
import { ALL_SCHEMAS, ROLES } from './names.ts';
import { planFromNothing, shown } from './show-model.ts';

type Objects = Readonly<Record<string, object>>;

/** How far a pair came. */
export type Outcome = 'there and back' | 'there' | 'unsupported';

/** What a pair of Models showed that must not be. */
export class Counterexample extends Error {}

const SETTINGS = { ignore: [], lockBudget: TARGETS.postgres.lockBudget } as const;

/** A database and the schemas of it that are looked at. */
export interface Place {
  readonly session: Session;
  readonly schemas: readonly string[];
}

export async function withServer(major: PgMajor, work: (session: Session) => Promise<void>): Promise<void> {
  await withDatabase(major, async ({ session }) => {
    const roles = ROLES.map((role) => `begin create role ${quoteIdent(role)}; exception when others then null; end;`);
    await session.execute(`do $$ begin ${roles.join(' ')} end $$`);
    for (const extension of EXTENSIONS) await session.execute(`create extension ${extension} schema public`);
    await openLedger(session);
    await work(session);
  });
}

/** Takes away what the pair before has left. */
export async function clean(session: Session): Promise<void> {
  const schemas = ALL_SCHEMAS.map(quoteIdent).join(', ');
  await session.execute(`set client_min_messages = error; drop schema if exists ${schemas} cascade`);
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

function compare({ session, schemas }: Place, wanted: Model): Promise<Comparison> {
  return compareWithLive(session, { ...SETTINGS, schemas, wanted });
}

/** @returns the objects that the database now has, by key. */
async function expectNothingLeft(place: Place, wanted: Model, step: string, done: Plan): Promise<Objects> {
  const { plan, unspelled, live } = await compare(place, wanted);
  if (!isEmptyPlan(plan)) {
    const refused = plan.unsupported.map(({ message }) => `  ${message}\n`).join('');
    throw new Counterexample(`${step} leaves differences:\n${shown(plan)}${refused}after\n${shown(done)}`);
  }
  if (unspelled.length > 0) throw new Counterexample(`${step}: not spelled: ${JSON.stringify(unspelled)}`);
  if (live.unmodelled.length > 0) throw new Counterexample(`${step}: not modelled: ${JSON.stringify(live.unmodelled)}`);
  return Object.fromEntries(
    [...live.model.objects].map(([key, object]) => [key, comparableQuery(comparableObject(object))]),
  );
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

/** Which properties of which objects are not the same. */
function differences(before: Objects, after: Objects): string {
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

/** @param place where nothing of either Model is. @throws Counterexample */
export async function thereAndBack(place: Place, { a, b }: ModelPair): Promise<Outcome> {
  const { session } = place;
  const first = planFromNothing(a, session.server.major);
  await run(session, first, 'nothing -> a');
  const before = await expectNothingLeft(place, a, 'nothing -> a', first);

  const { plan: forth } = await compare(place, b);
  if (forth.unsupported.length > 0) return 'unsupported';
  await run(session, forth, 'a -> b');
  await expectNothingLeft(place, b, 'a -> b', forth);

  const { plan: back } = await compare(place, a);
  if (back.unsupported.length > 0) return 'there';
  await run(session, back, 'b -> a');
  const after = await expectNothingLeft(place, a, 'b -> a', back);
  if (!isDeepStrictEqual(after, before)) {
    throw new Counterexample(
      `a -> b -> a is not a:\n${differences(before, after)}forth\n${shown(forth)}back\n${shown(back)}`,
    );
  }
  return 'there and back';
}
