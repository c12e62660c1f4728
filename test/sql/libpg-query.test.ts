/** Every statement that is emitted is accepted by PostgreSQL's own parser, of the newest version. */
import { loadModule, parsePlPgSQLSync, parseSync } from 'libpg-query';
import { beforeAll, describe, expect, it } from 'vitest';
import { readSpecTree } from '../../src/files/read-specs.ts';
import { buildScript, planFromEmpty } from '../../src/plan/build-script.ts';
import { stepsOf } from '../../src/plan/plan.ts';
import { compileSpecs } from '../../src/spec/compile.ts';
import { TARGETS } from '../../src/target/list.ts';
import type { Target } from '../../src/target/target.ts';
import { targetWith } from '../../src/target/target-with.ts';
import { ROOT } from '../cli/run-cli.ts';

beforeAll(loadModule);

/** Texts between equal dollar quotes, outermost first. */
function dollarQuoted(text: string): readonly string[] {
  return [...text.matchAll(/(\$\w*\$)([\s\S]*?)\1/g)].map(([, , body]) => body ?? '');
}

/** Every expression and statement that PL/pgSQL hands to the SQL parser, as statements. */
function expressionsIn(tree: unknown): readonly string[] {
  if (Array.isArray(tree)) return tree.flatMap(expressionsIn);
  if (typeof tree !== 'object' || tree === null) return [];
  if ('PLpgSQL_expr' in tree) {
    const expression = tree.PLpgSQL_expr;
    if (typeof expression !== 'object' || expression === null || !('query' in expression)) return [];
    const isStatement = 'parseMode' in expression ? expression.parseMode === 0 : true;
    // Modes 3 to 5 are assignments, of which the right side is an expression.
    const query = String(expression.query).replace(/^[\w.[\]]+ :?= /, '');
    return [isStatement ? query : `select ${query}`];
  }
  return Object.values(tree).flatMap(expressionsIn);
}

/** A statement and all SQL inside of it: what a block executes, what PL/pgSQL evaluates, the body of an SQL function. */
function embeddedIn(statement: string): readonly string[] {
  if (/^do /.test(statement)) {
    const [block = ''] = dollarQuoted(statement);
    const executed = dollarQuoted(block);
    return [statement, ...expressionsIn(parsePlPgSQLSync(statement)), ...executed.flatMap(embeddedIn)];
  }
  if (/^create (or replace )?function/.test(statement)) {
    const body = dollarQuoted(statement).at(-1) ?? '';
    if (/^language sql\b/m.test(statement)) return [statement, body];
    if (/^language plpgsql\b/m.test(statement)) return [statement, ...expressionsIn(parsePlPgSQLSync(statement))];
  }
  return [statement];
}

/** @returns what the parser says against it, with the text; `null` when it is taken */
function refusal(sql: string): string | null {
  try {
    parseSync(sql);
    return null;
  } catch (error) {
    return `${error instanceof Error ? error.message : error}: ${sql}`;
  }
}

const CASES: readonly (readonly [string, Target])[] = [
  ...(['timescale', 'timescale-apache', 'postgres', 'supabase', 'embedded'] as const).map(
    (name) => [name, TARGETS[name]] as const,
  ),
  ['postgres with all extensions', targetWith(TARGETS.postgres, { with: ['postgis', 'vector'], without: [] })],
];

describe.each(CASES)('what is emitted for %s', (_name, target) => {
  it('parses, statement by statement, and inside of blocks and functions', async () => {
    const { model, project, data, diagnostics } = compileSpecs(await readSpecTree(`${ROOT}/specs`, ROOT), target);
    expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
    const statements = stepsOf(planFromEmpty(model, target)).flatMap((step) => step.statements);
    expect(statements.length).toBeGreaterThan(500);
    const all = statements.flatMap(embeddedIn);
    expect(all.map(refusal).filter((text) => text !== null)).toEqual([]);
    expect(all.length - statements.length).toBeGreaterThan(100);

    const script = buildScript(project.name, model, target, data);
    const blocks = script.match(/^do (\$\w+\$)[\s\S]*?\1(?=;)/gm) ?? [];
    expect(blocks.length).toBeGreaterThan(1);
    expect(parseSync(script).stmts?.length).toBeGreaterThan(statements.length);
    const inBlocks = blocks.flatMap(embeddedIn).map(refusal);
    expect(inBlocks.filter((text) => text !== null)).toEqual([]);
  });
});
