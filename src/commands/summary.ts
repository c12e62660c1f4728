/** What apply tells at its end. */
import type { ChangeKind } from '../diff/change.ts';
import { type Plan, stepsOf } from '../plan/plan.ts';
import type { Context } from './context.ts';
import { DEFAULT_EMBEDDED, embeddedDirectory, type OpenedDatabase } from './open-database.ts';

const COUNTED: ReadonlyMap<ChangeKind, string> = new Map([
  ['createTable', 'table'],
  ['createIndex', 'index'],
  ['addForeignKey', 'foreign key'],
  ['createFunction', 'function'],
  ['createTrigger', 'trigger'],
  ['createPolicy', 'policy'],
  ['createView', 'view'],
  ['createEnum', 'enum'],
  ['createDomain', 'domain'],
]);

export interface Made {
  readonly what: string;
  readonly number: number;
}

export function summarize(plan: Plan): readonly Made[] {
  const kinds = stepsOf(plan).map((step) => step.change.kind);
  return [...COUNTED].flatMap(([kind, what]) => {
    const number = kinds.filter((made) => made === kind).length;
    return number === 0 ? [] : [{ what, number }];
  });
}

const SERVE_PORT = 54_329;

/** A command that works as it stands. */
export function connectHint(database: OpenedDatabase, context: Context): string {
  if (database.directory === null) return `Connect: psql '${database.session.description}'`;
  const isDefault = database.directory === embeddedDirectory(DEFAULT_EMBEDDED, context);
  const where = isDefault ? '' : ` --embedded ${database.directory}`;
  return [
    `Connect: npx boyfanz-schema serve${where} --port ${SERVE_PORT}`,
    `then:    psql 'postgres://postgres@127.0.0.1:${SERVE_PORT}/postgres?sslmode=disable'`,
  ].join('\n');
}
