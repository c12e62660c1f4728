/** A document of reference data -> rows of typed cells. What rows say of one another is `data-links.ts`'s business. */
import type { DataCell } from '../model/data.ts';
import { objectKey } from '../model/keys.ts';
import type { Column } from '../model/model.ts';
import { displayName, type Ident } from '../model/name.ts';
import { sqlNames } from '../text/sql-words.ts';
import { listOf } from '../text/suggest.ts';
import { type CellContext, type DataTable, readCell } from './data-cell.ts';
import { findUniqueKey, isPartlyUnique, keysText, primaryKey, uniqueKeys } from './data-keys.ts';
import { readConstant, underlyingType } from './data-value.ts';
import { findEntry, keySpan, type MapEntry, nodeSpan, type SpecNode } from './node.ts';
import { hasColumn, type SpecDocument, valueAt } from './scope.ts';

export interface DraftRow {
  /** One for each column; `null` where there is a mistake that has been reported. */
  readonly cells: readonly (DataCell | null)[];
  /** Where each cell was written; the row itself for a cell that no one wrote. */
  readonly nodes: readonly SpecNode[];
  readonly node: SpecNode;
}

export interface Draft extends DataTable {
  readonly document: SpecDocument<'data'>;
  /** Every column that a row or the defaults name, in the order of the table. */
  readonly columns: readonly Column[];
  readonly key: readonly Ident[];
  readonly rows: readonly DraftRow[];
}

function entriesOf(node: SpecNode | undefined): readonly MapEntry[] {
  return node?.kind === 'map' ? node.entries : [];
}

/** Whether the server makes the value of a column, so that no row may give it. */
function isServersOwn({ value }: Column): boolean {
  return value.kind === 'generated' || (value.kind === 'identity' && value.mode === 'always');
}

/** A value that the server has yet to hand out would be refused then. */
function checkCounted(column: Column, node: SpecNode, cell: DataCell | null, context: CellContext): void {
  const { value } = column;
  if (value.kind !== 'identity' || cell?.kind !== 'constant') return;
  const { start, increment } = value.options;
  const isAhead = BigInt(increment) > 0n ? BigInt(cell.text) >= BigInt(start) : BigInt(cell.text) <= BigInt(start);
  if (!isAhead) return;
  const message = `The server will give ${cell.text} to a row of its own: \`${column.name}\` counts from ${start}.`;
  context.scope.problems.report('given-by-server', nodeSpan(context.source, node), message, {
    help: 'let the column count from a higher number (`identity: { mode: by default, start: 1000 }`), or leave it out.',
  });
}

/** Whether the server computes a column from others that rows give: then rows can be found again by it all the same. */
function isComputable(at: DataTable, column: Ident, given: ReadonlySet<Ident>): boolean {
  const value = at.table.columns.find(({ name }) => name === column)?.value;
  if (value?.kind !== 'generated') return false;
  const mentioned = sqlNames(value.expr);
  return at.table.columns.every(({ name }) => !mentioned.has(name) || given.has(name));
}

function checkColumn(at: DataTable, entry: MapEntry, context: CellContext): void {
  const { scope, source } = context;
  if (!hasColumn(at.declared, entry.key, keySpan(source, entry), scope)) return;
  const column = at.table.columns.find(({ name }) => name === entry.key);
  if (column === undefined || !isServersOwn(column)) return;
  const what = column.value.kind === 'generated' ? 'computed' : 'counted';
  scope.problems.report('given-by-server', keySpan(source, entry), `\`${entry.key}\` is ${what} by the server.`, {
    help: `leave it out${column.value.kind === 'identity' ? ', and name rows by another unique key (`key:`)' : ''}.`,
  });
}

/** What a row gets that does not name a column which others name: the default when it is a constant, or NULL. */
function missingCell(at: DataTable, column: Column, row: SpecNode, context: CellContext): DataCell | null {
  const { scope, source, objects } = context;
  const literal = at.declared.columns?.get(column.name)?.raw.default;
  if (literal !== undefined && typeof literal !== 'object') {
    // JSON as the spec of the table writes it is a text already; as a value of a row it would become a string in JSON.
    if (/^jsonb?$/.test(underlyingType(column.type, objects).name)) {
      return { kind: 'constant', text: String(literal), bare: false };
    }
    const node: SpecNode = { kind: 'scalar', start: 0, end: 0, value: literal };
    const constant = readConstant(column.type, node, { objects, oneOf: null, complain: () => undefined });
    return constant ?? { kind: 'sql', expr: column.value.kind === 'default' ? column.value.expr : 'null' };
  }
  if (column.value.kind === 'none' && column.nullable) return { kind: 'null' };
  const message =
    column.value.kind === 'default'
      ? `Other rows give \`${column.name}\`, and its default is not a constant that could stand here.`
      : `This row gives no \`${column.name}\`.`;
  scope.problems.report('missing-value', nodeSpan(source, row), message, {
    help: 'give it in each row, or in `defaults`.',
  });
  return null;
}

function hasDomainDefault({ type }: Column, { objects }: CellContext): boolean {
  const domain =
    type.schema === null ? undefined : objects.get(objectKey('domain', { schema: type.schema, name: type.name }));
  return domain?.kind === 'domain' && domain.default !== null;
}

/** Columns that no row gives and that need a value are one mistake of the document, not one of each row. */
function checkMissing(document: SpecDocument<'data'>, at: DataTable, given: ReadonlySet<Ident>, context: CellContext) {
  const missing = at.table.columns.filter(
    (column) =>
      !given.has(column.name) && !column.nullable && column.value.kind === 'none' && !hasDomainDefault(column, context),
  );
  if (missing.length === 0) return;
  const names = missing.map(({ name }) => name);
  const verb = names.length === 1 ? 'needs' : 'need';
  const message = `${listOf(names, 'and', 40)} of \`${displayName(at.table.name)}\` ${verb} a value, and no row gives one.`;
  context.scope.problems.report('missing-value', valueAt(document, 'data'), message, {
    help: 'give it in each row, or in `defaults`.',
    related: [{ message: 'the table is here', span: at.declared.span }],
  });
}

/** The columns by which rows are found again. @returns none, with a problem reported, when they name no row */
function chooseKey(
  document: SpecDocument<'data'>,
  at: DataTable,
  given: ReadonlySet<Ident>,
  context: CellContext,
): readonly Ident[] {
  const { problems } = context.scope;
  const name = displayName(at.table.name);
  const asked = document.raw.key;
  const known = (asked ?? []).map((column, index) =>
    hasColumn(at.declared, column, valueAt(document, 'key', index), context.scope),
  );
  if (!known.every(Boolean)) return [];
  const key = asked ?? primaryKey(at.table);
  const help = `its keys are ${keysText(uniqueKeys(at.table))}.`;
  const related = [{ message: 'the table is here', span: at.declared.span }];
  if (findUniqueKey(at.table, key) === null) {
    const message = isPartlyUnique(at.table, key)
      ? `(${key.join(', ')}) is unique for some rows of \`${name}\` only, so it cannot tell rows apart here.`
      : `(${key.join(', ')}) is not a unique key of \`${name}\`.`;
    problems.report('not-a-key', valueAt(document, asked === undefined ? 'data' : 'key'), message, { help, related });
    return [];
  }
  const absent = key.filter((column) => !given.has(column) && !isComputable(at, column, given));
  if (absent.length === 0) return key;
  const message = `Rows are found again by (${key.join(', ')}), and no row gives ${listOf(absent, 'and')}.`;
  problems.report('not-a-key', valueAt(document, asked === undefined ? 'data' : 'key'), message, {
    help: `give it in each row, or name another unique key of the table in \`key:\`; ${help}`,
    related,
  });
  return [];
}

/** Two rows whose key holds NULL are two rows to the server, so they could not be found again. */
function checkKeyCells(draft: Draft, context: CellContext): void {
  const unique = findUniqueKey(draft.table, draft.key);
  if (unique === null || !unique.nullsDistinct) return;
  for (const { cells, nodes } of draft.rows) {
    for (const [index, { name }] of draft.columns.entries()) {
      const node = nodes[index];
      if (!draft.key.includes(name) || cells[index]?.kind !== 'null' || node === undefined) continue;
      const message = `\`${name}\` is null, and by (${draft.key.join(', ')}) the row could then not be found again.`;
      context.scope.problems.report('null-value', nodeSpan(context.source, node), message, {
        help: 'give it a value, or name another unique key in `key:`.',
      });
    }
  }
}

/** Reads all rows of a document. Each cell with a mistake is reported and left `null`. */
export function draftData(document: SpecDocument<'data'>, at: DataTable, context: CellContext): Draft {
  const { root } = document;
  const rowsNode = findEntry(root, 'rows')?.value;
  const rowNodes = rowsNode?.kind === 'list' ? rowsNode.items : [];
  const defaults = entriesOf(findEntry(root, 'defaults')?.value);
  const written = [...defaults, ...rowNodes.flatMap(entriesOf)];
  for (const entry of written) checkColumn(at, entry, context);
  const given = new Set(written.map(({ key }) => key));
  const columns = at.table.columns.filter((column) => given.has(column.name) && !isServersOwn(column));
  const key = chooseKey(document, at, given, context);
  checkMissing(document, at, given, context);
  const defaultCells = new Map(
    columns.flatMap((column) => {
      const entry = defaults.find((one) => one.key === column.name);
      return entry === undefined ? [] : [[column.name, readCell(at, column, entry.value, context)] as const];
    }),
  );
  const rows = rowNodes.map((row): DraftRow => {
    const entries = new Map(entriesOf(row).map((entry) => [entry.key, entry.value]));
    const cells = columns.map((column) => {
      const node = entries.get(column.name);
      if (node !== undefined) {
        const cell = readCell(at, column, node, context);
        checkCounted(column, node, cell, context);
        return cell;
      }
      const general = defaultCells.get(column.name);
      return general === undefined ? missingCell(at, column, row, context) : general;
    });
    return { cells, nodes: columns.map(({ name }) => entries.get(name) ?? row), node: row };
  });
  const draft = { ...at, document, columns, key, rows };
  checkKeyCells(draft, context);
  return draft;
}
