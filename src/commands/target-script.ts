/** What `build` writes for a target. */
import { memoryScript } from '../emit/pg-mem/memory-script.ts';
import { sqliteScript } from '../emit/sqlite/sqlite-script.ts';
import type { TableData } from '../model/data.ts';
import { buildScript } from '../plan/build-script.ts';
import type { Compiled } from '../spec/tree.ts';
import { loadParser } from '../sql/syntax-tree.ts';
import type { Target } from '../target/target.ts';

/** @param data reference data to put in, where the dialect has a place for it */
export async function targetScript(compiled: Compiled, target: Target, data: readonly TableData[]): Promise<string> {
  const { project, model } = compiled;
  switch (target.dialect) {
    case 'postgresql':
      return buildScript(project.name, model, target, data);
    case 'sqlite':
      await loadParser();
      return sqliteScript(project.name, model, data).text;
    case 'pg-mem':
      return memoryScript(project.name, model);
  }
}
