/** `explain TABLE`: everything the specs say about a table, and what it becomes. */
import { createdTable } from '../diff/table.ts';
import { showBytes, showCount } from '../estimate/show-size.ts';
import type { ErasureAction, Placement, TableInfo } from '../model/info.ts';
import { intervalText } from '../model/interval.ts';
import { keyOf, tablesOf } from '../model/keys.ts';
import type { Table } from '../model/model.ts';
import { displayName, sameName } from '../model/name.ts';
import { tableAccess } from '../spec/access-matrix.ts';
import { erasureActions, peopleTables } from '../spec/erasure-plan.ts';
import type { Compiled } from '../spec/tree.ts';
import { renderAnyChange } from '../sql/change.ts';
import { DEFAULT_TARGET, TARGETS } from '../target/list.ts';
import type { Target } from '../target/target.ts';
import { lineColumn } from '../text/source.ts';
import { textTable } from '../text/text-table.ts';
import type { Context } from './context.ts';
import { accessLines } from './describe-access.ts';
import { columnLines, storageLines } from './describe-table.ts';
import { DEFAULT_USERS } from './estimate.ts';
import { estimateOne, type OneTableJson, oneTableJson, sizeLines } from './estimate-table.ts';
import { EXIT, type ExitCode } from './exit-code.ts';
import { findTableByName } from './find-table.ts';
import { loadUsable, type SpecOptions } from './load-specs.ts';
import { chooseTargets, type ExtensionOptions } from './target-option.ts';

export interface ExplainOptions extends SpecOptions, ExtensionOptions {
  readonly target?: string;
  readonly users?: number;
}

export interface Explanation {
  readonly table: string;
  readonly place: string | null;
  readonly comment: string | null;
  readonly columns: readonly string[];
  readonly access: readonly string[];
  /** Rows at one million users, as the spec says. */
  readonly volume: number | null;
  readonly retention: string | null;
  readonly storage: readonly string[];
  /** Estimated; see docs/sizing.md. */
  readonly size: OneTableJson;
  readonly referredToBy: readonly string[];
  readonly refersTo: readonly string[];
  /** Continuous aggregates over it. */
  readonly summedUpBy: readonly string[];
  readonly derivedIndexes: readonly string[];
  readonly personalData: readonly string[];
  /** What is done to rows when a person is erased. */
  readonly erasure: readonly string[];
  readonly sql: readonly string[];
}

function accessOf({ model, info }: Compiled, table: Table, { roles }: Target): readonly string[] {
  if (roles === null) return ['nobody but the owner: the target has no roles'];
  return accessLines(tableAccess(table, model, info, roles));
}

function keyText(
  owner: Table,
  key: Extract<Table['constraints'][number], { kind: 'foreignKey' }>,
  other: string,
): string {
  return `${other} (${key.columns.join(', ')}) ${key.name}, on delete ${key.onDelete.kind}${sameName(owner.name, key.target) ? ', to itself' : ''}`;
}

function foreignKeys(table: Table) {
  return table.constraints.filter((constraint) => constraint.kind === 'foreignKey');
}

function placeOf(compiled: Compiled, table: Table): string | null {
  const span = compiled.origins.find(keyOf(table));
  return span === null ? null : `${span.source.path}:${lineColumn(span.source, span.start).line}`;
}

export function explainTable(compiled: Compiled, table: Table, target: Target, users: number): Explanation {
  const info: TableInfo | undefined = compiled.info.get(keyOf(table));
  return {
    table: displayName(table.name),
    place: placeOf(compiled, table),
    comment: table.comment,
    columns: columnLines(table),
    access: accessOf(compiled, table, target),
    volume: info?.volume ?? null,
    retention: info?.retention ?? null,
    storage: [...storageLines(table), ...scaleLines(info)],
    size: oneTableJson(estimateOne(table, compiled.model, compiled.info, users), compiled.model, users),
    referredToBy: tablesOf(compiled.model).flatMap((other) =>
      foreignKeys(other).flatMap((key) =>
        sameName(key.target, table.name) ? [keyText(other, key, displayName(other.name))] : [],
      ),
    ),
    refersTo: foreignKeys(table).map((key) => keyText(table, key, displayName(key.target))),
    summedUpBy: aggregateLines(compiled, table),
    derivedIndexes: [...(info?.derivedIndexes ?? [])],
    personalData: [...(info?.pii ?? [])].map(([column, kind]) => `${column}: ${kind}`),
    erasure: erasureLines(compiled, table, info),
    sql: createdTable(table).flatMap((change) => renderAnyChange(change, target.versions)),
  };
}

function aggregateLines({ model }: Compiled, table: Table): readonly string[] {
  return [...model.objects.values()].flatMap((view) => {
    if (view.kind !== 'view' || view.continuous === null || !sameName(view.continuous.of, table.name)) return [];
    const { refresh, keep } = view.continuous;
    const often = refresh === null ? 'never refreshed' : `refreshed every ${intervalText(refresh.every)}`;
    return [`${displayName(view.name)}: ${often}, kept ${keep === null ? 'for ever' : intervalText(keep)}`];
  });
}

function placementLines(placement: Placement): readonly string[] {
  switch (placement.kind) {
    case 'local':
      return [];
    case 'reference':
      return ['on several servers: a copy on each'];
    case 'distributed': {
      const group = placement.with === null ? '' : `, with ${displayName(placement.with)}`;
      return [`on several servers: by ${placement.by}${group}`];
    }
  }
}

function scaleLines(info: TableInfo | undefined): readonly string[] {
  if (info === undefined) return [];
  const { placement, drops } = info.scale;
  return [
    ...placementLines(placement),
    ...[...drops].map(([part, why]) => `on several servers without ${part}: ${why}`),
  ];
}

function actionText(action: ErasureAction): string {
  switch (action.kind) {
    case 'keep':
      return 'the row stays';
    case 'delete':
      return `the row is deleted${action.where === null ? '' : ` where ${action.where}`}`;
    case 'change': {
      const set = [...action.set].map(([column, value]) => `${column} = ${value}`).join(', ');
      return `${set}${action.where === null ? '' : ` where ${action.where}`}`;
    }
  }
}

function erasureLines({ model, project }: Compiled, table: Table, info: TableInfo | undefined): readonly string[] {
  if (project.erasure === null) return [];
  const actions = erasureActions(table, info, peopleTables(model, project.erasure.people));
  const keep = info?.erasure.keep ?? null;
  return [...[...actions].map(([path, action]) => `${path}: ${actionText(action)}`), ...(keep === null ? [] : [keep])];
}

function indexSizes({ indexes }: OneTableJson): readonly string[] {
  return textTable(indexes.map(({ name, method, bytes }) => [`${name} (${method})`, showBytes(bytes)]));
}

function section(title: string, lines: readonly string[]): readonly string[] {
  return lines.length === 0 ? [] : ['', title, ...lines.map((line) => `  ${line}`)];
}

function explanationText(explanation: Explanation): string {
  const { table, place, comment, retention, size } = explanation;
  return [
    `${table}${place === null ? '' : `  (${place})`}`,
    ...(comment === null ? [] : [comment]),
    ...section('Columns', explanation.columns),
    ...section('Access', explanation.access),
    ...section('Storage', [...explanation.storage, ...(retention === null ? [] : [`retention: ${retention}`])]),
    ...section(`Size at ${showCount(size.users)} users, estimated`, [...sizeLines(size), ...indexSizes(size)]),
    ...section('Personal data', explanation.personalData),
    ...section('When a person is erased', explanation.erasure),
    ...section('Refers to', explanation.refersTo),
    ...section('Referred to by', explanation.referredToBy),
    ...section('Summed up by', explanation.summedUpBy),
    ...section('Indexes made for foreign keys', explanation.derivedIndexes),
    '',
    ...explanation.sql.map((statement) => `${statement};`),
  ].join('\n');
}

export async function runExplain(name: string, options: ExplainOptions, context: Context): Promise<ExitCode> {
  const [target = TARGETS[DEFAULT_TARGET]] = chooseTargets(options, [TARGETS[DEFAULT_TARGET]]);
  const compiled = await loadUsable(options, context, target);
  if (compiled === null) return EXIT.failed;
  const explanation = explainTable(
    compiled,
    findTableByName(compiled.model, name),
    target,
    options.users ?? DEFAULT_USERS,
  );
  if (context.json) context.report.json(explanation);
  else context.report.result(explanationText(explanation));
  return EXIT.done;
}
