/** What a plan needs of the server and of the role that runs it, as far as it can be asked for beforehand. */
import type { Change } from '../diff/change.ts';
import type { Ident } from '../model/name.ts';
import { type Plan, stepsOf } from './plan.ts';

export interface PlanNeeds {
  /** Extensions that it makes. */
  readonly extensions: readonly Ident[];
  /** Schemas that it makes. */
  readonly schemas: readonly Ident[];
  /** Schemas, made before, in which it makes something. */
  readonly createsIn: readonly Ident[];
  /** Roles that it makes where they are missing. */
  readonly roles: readonly Ident[];
}

/** Where the change makes something that needs CREATE on its schema; what an extension makes is its own affair. */
function schemaOf(change: Change): Ident | null {
  switch (change.kind) {
    case 'createEnum':
      return change.enum.name.schema;
    case 'createDomain':
      return change.domain.name.schema;
    case 'createSequence':
      return change.sequence.name.schema;
    case 'createFunction':
      return change.function.name.schema;
    case 'createView':
      return change.view.name.schema;
    case 'createTable':
      return change.table.name.schema;
    case 'createIndex':
    case 'addPartition':
      return change.table.schema;
    default:
      return null;
  }
}

export function needsOf(plan: Plan): PlanNeeds {
  const changes = stepsOf(plan).map(({ change }) => change);
  const schemas = changes.flatMap((change) => (change.kind === 'createSchema' ? [change.schema.name] : []));
  const used = changes.flatMap((change) => schemaOf(change) ?? []);
  return {
    extensions: changes.flatMap((change) => (change.kind === 'createExtension' ? [change.extension.name] : [])),
    schemas,
    createsIn: [...new Set(used)].filter((name) => !schemas.includes(name)),
    roles: changes.flatMap((change) => (change.kind === 'createRole' ? [change.role.name] : [])),
  };
}
