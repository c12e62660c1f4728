/** What the generator has to know of a table, taken from the Model once. */
import type { TableInfo } from '../model/info.ts';
import { objectKey } from '../model/keys.ts';
import type { Column, Expr, Interval, Model, Table } from '../model/model.ts';
import { DAY, HOUR, MINUTE } from './calendar.ts';
import { nullChance, sourceOf } from './column-source.ts';
import type { ColumnTraits, Source } from './draw.ts';
import { type Compiled, compileExpression, type Places } from './evaluate.ts';
import { columnsOf, type Expression, Unsupported } from './expression.ts';
import { type Facts, learn, narrowed, noFacts } from './facts.ts';
import { parseExpression, parseScalar } from './parse-expression.ts';
import { type ReferencePlan, referencesOf } from './references-of.ts';
import { keyTargets } from './table-keys.ts';
import { baseType, type ValueType, valueTypeOf } from './value.ts';

export interface ColumnPlan {
  readonly name: string;
  readonly column: Column;
  readonly type: ValueType;
  readonly nullable: boolean;
  readonly nullChance: number;
  /** Values come from the server: generated and identity columns. */
  readonly isLeftOut: boolean;
  readonly facts: Facts;
  readonly source: Source;
}

export interface CheckPlan {
  readonly name: string;
  readonly sql: Expr;
  readonly columns: ReadonlySet<string>;
  readonly expression: Expression;
  readonly compiled: Compiled;
}

export interface KeyPlan {
  readonly parts: readonly Compiled[];
  readonly where: Compiled | null;
  readonly nullsNotDistinct: boolean;
  readonly ignoreCase: boolean;
}

export interface TablePlan {
  readonly table: Table;
  readonly columns: readonly ColumnPlan[];
  readonly places: Places;
  readonly checks: readonly CheckPlan[];
  /** Conditions that only the server can judge. */
  readonly serverChecks: readonly Expr[];
  readonly references: readonly ReferencePlan[];
  readonly keys: readonly KeyPlan[];
}

export interface PlanSettings {
  readonly now: number;
  /** Where the values of a range-partitioned table's key have a partition, in milliseconds or numbers. */
  readonly partitionBounds: { readonly low: number; readonly high: number } | null;
}

/** Each chunk is a table: two years of them would be thousands. */
const CHUNKS = 8;

function intervalLength({ count, unit }: Interval): number {
  const units: Readonly<Record<Interval['unit'], number>> = { minute: MINUTE, hour: HOUR, day: DAY, month: 30 * DAY };
  return count * units[unit];
}

function attempt<T>(work: () => T): T | null {
  try {
    return work();
  } catch (error) {
    if (error instanceof Unsupported) return null;
    throw error;
  }
}

/** What turns out not to be evaluated only with a value at hand passes here, and is left to the server. */
function lenient({ type, evaluate }: Compiled): Compiled {
  return { type, evaluate: (row) => attempt(() => evaluate(row)) };
}

/** `value ~ …` of a domain, said of a column. */
function renamed(expression: Expression, to: string): Expression {
  return JSON.parse(JSON.stringify(expression), (_key, part: unknown) =>
    typeof part === 'object' && part !== null && 'kind' in part && part.kind === 'column'
      ? { ...part, name: to }
      : part,
  );
}

/** Checks of the domains that a column's type goes through. */
function domainChecks(
  column: Column,
  model: Model,
): readonly { readonly name: string; readonly expression: Expression }[] {
  const found: { name: string; expression: Expression }[] = [];
  let type = column.type;
  while (type.schema !== null) {
    const domain = model.objects.get(objectKey('domain', { schema: type.schema, name: type.name }));
    if (domain?.kind !== 'domain') break;
    for (const check of domain.checks) {
      const expression = attempt(() => parseExpression(check.expr));
      if (expression !== null) found.push({ name: check.name, expression: renamed(expression, column.name) });
    }
    type = domain.type;
  }
  return found;
}

function enumLabels(column: Column, model: Model): readonly string[] | null {
  const { schema, name } = baseType(column.type, model);
  const found = schema === null ? undefined : model.objects.get(objectKey('enum', { schema, name }));
  return found?.kind === 'enum' ? found.values.map(({ label }) => label) : null;
}

function listValues(table: Table): readonly string[] | null {
  const { storage } = table;
  if (storage.kind !== 'partitioned' || storage.by !== 'list' || storage.parts.kind !== 'fixed') return null;
  const bounds = storage.parts.partitions.map(({ bound }) => bound);
  if (bounds.some(({ kind }) => kind === 'default')) return null;
  return bounds.flatMap((bound) =>
    bound.kind === 'list' ? bound.values.map((text) => text.replace(/^'|'$/g, '')) : [],
  );
}

/** @throws nothing for checks that are not understood: they become conditions for the server */
export function planTable(table: Table, info: TableInfo | null, model: Model, settings: PlanSettings): TablePlan {
  const facts = new Map(table.columns.map(({ name }) => [name, noFacts()]));
  const spare = noFacts();
  const factsOf = (name: string) => facts.get(name) ?? spare;
  const serverChecks: Expr[] = [];
  const expressions: { name: string; sql: Expr; expression: Expression }[] = [];
  for (const constraint of table.constraints) {
    if (constraint.kind !== 'check') continue;
    const expression = attempt(() => parseExpression(constraint.expr));
    if (expression === null) serverChecks.push(constraint.expr);
    else expressions.push({ name: constraint.name, sql: constraint.expr, expression });
  }
  for (const column of table.columns) {
    for (const { name, expression } of domainChecks(column, model)) {
      learn(expression, factsOf);
      if (column.type.dimensions === 0) expressions.push({ name, sql: 'true', expression });
    }
    const labels = enumLabels(column, model);
    if (labels !== null) factsOf(column.name).allowed = labels;
  }
  for (const { expression } of expressions) learn(expression, factsOf);
  if (table.storage.kind === 'partitioned') {
    const [key] = table.storage.key;
    const listed = listValues(table);
    if (key !== undefined && listed !== null)
      factsOf(key).allowed = listed.map((text) => (/^-?\d+$/.test(text) ? Number(text) : text));
    if (key !== undefined && settings.partitionBounds !== null) {
      const { low, high } = settings.partitionBounds;
      factsOf(key).value = narrowed(narrowed(factsOf(key).value, '>=', low, 0), '<', high, 1);
    }
  }

  if (table.storage.kind === 'hypertable') {
    const { time, chunk } = table.storage;
    const low = settings.now - CHUNKS * intervalLength(chunk);
    factsOf(time).value = narrowed(narrowed(factsOf(time).value, '>=', low, 0), '<', settings.now + DAY, 1);
  }

  const keyColumns = new Set(
    keyTargets(table).flatMap(({ keys }) =>
      keys.flatMap((key) =>
        key.kind === 'column' ? [key.column] : [...(attempt(() => columnsOf(parseScalar(key.expr))) ?? [])],
      ),
    ),
  );
  const generated = table.columns.flatMap(({ value }) => (value.kind === 'generated' ? [value.expr] : []));
  const columns = table.columns.map((column): ColumnPlan => {
    const base = baseType(column.type, model);
    const [precision, scale] = base.args.map(Number);
    const traits: ColumnTraits = {
      name: column.name,
      type: valueTypeOf(column.type, model),
      domain: column.type.schema === null ? '' : column.type.name,
      typeName: base.name,
      numeric: base.name === 'numeric' && precision !== undefined ? { precision, scale: scale ?? 0 } : null,
      facts: factsOf(column.name),
      // What a generated key is made of has to differ as the key does.
      isKey: keyColumns.has(column.name) || generated.some((expr) => new RegExp(`\\b${column.name}\\b`).test(expr)),
      now: settings.now,
    };
    return {
      name: column.name,
      column,
      type: traits.type,
      nullable: column.nullable,
      nullChance: nullChance(column.name),
      isLeftOut: column.value.kind === 'generated' || column.value.kind === 'identity',
      facts: traits.facts,
      source: sourceOf(traits),
    };
  });
  const places: Places = new Map(columns.map(({ name, type }, at) => [name, { at, type }]));

  const checks = expressions.flatMap(({ name, sql, expression }): CheckPlan[] => {
    const compiled = attempt(() => compileExpression(expression, places));
    if (compiled === null) serverChecks.push(sql);
    return compiled === null
      ? []
      : [{ name, sql, expression, columns: columnsOf(expression), compiled: lenient(compiled) }];
  });
  const keys = keyTargets(table).flatMap(({ keys: targets, where, nullsNotDistinct }): KeyPlan[] => {
    const plan = attempt((): KeyPlan => {
      const parts = targets.map((target) =>
        compileExpression(
          target.kind === 'column' ? { kind: 'column', name: target.column } : parseScalar(target.expr),
          places,
        ),
      );
      return {
        parts,
        where: where === null ? null : compileExpression(parseExpression(where), places),
        nullsNotDistinct,
        ignoreCase: parts.some(({ type }) => type.kind === 'citext'),
      };
    });
    return plan === null ? [] : [plan];
  });
  return { table, columns, places, checks, serverChecks, references: referencesOf(table, info, model), keys };
}
