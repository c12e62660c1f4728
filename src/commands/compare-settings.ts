/** What is compared: the specs, and as much of the database as they are about. */
import type { CompareSettings } from '../db/compare.ts';
import type { Compiled } from '../spec/tree.ts';
import type { Context } from './context.ts';
import type { OpenedDatabase } from './open-database.ts';
import { openStandIn } from './open-stand-in.ts';

export function compareSettings(
  { model, asWritten, project }: Compiled,
  database: OpenedDatabase,
  context: Context,
): CompareSettings {
  return {
    wanted: model,
    asWritten: database.isFormOpen ? asWritten : null,
    schemas: project.schemas,
    ignore: project.ignore,
    lockBudget: database.target.lockBudget,
    searchPath: database.target.searchPath,
    openStandIn: openStandIn(context),
  };
}
