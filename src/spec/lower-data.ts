/** Documents of reference data -> rows to load, tables in the order in which their foreign keys hold. */
import type { TableData } from '../model/data.ts';
import { displayName } from '../model/name.ts';
import { wholeTable } from './data-cell.ts';
import { type Draft, draftData } from './data-draft.ts';
import { checkLinks, findsIn, type Links, linkDrafts, tableSpan } from './data-links.ts';
import type { Objects } from './data-value.ts';
import { nodeSpan } from './node.ts';
import type { ReadDocuments } from './read-documents.ts';
import { dotted, findDeclaredTable, type Scope, valueAt } from './scope.ts';

type Drafts = ReadonlyMap<string, Draft>;

function readDrafts(read: ReadDocuments, scope: Scope, objects: Objects): Drafts {
  const drafts = new Map<string, Draft>();
  for (const document of read.data) {
    const span = valueAt(document, 'data');
    const shown = document.raw.schema === undefined ? document.name.name : dotted(document.name);
    const declared = findDeclaredTable(shown, span, scope);
    const first = drafts.get(dotted(document.name));
    if (first !== undefined) {
      scope.problems.report('duplicate-object', span, `There are two documents for the data of \`${shown}\`.`, {
        help: 'put all rows of a table into one of them.',
        related: [{ message: 'the first is here', span: tableSpan(first) }],
      });
      continue;
    }
    const at = declared === null ? null : wholeTable(declared, objects);
    if (at !== null)
      drafts.set(dotted(document.name), draftData(document, at, { scope, objects, source: document.source }));
  }
  return drafts;
}

/** Tables whose rows must be there before those of this one. */
function needsOf(draft: Draft, drafts: Drafts): ReadonlySet<Draft> {
  const needs = new Set<Draft>();
  const need = (name: string) => {
    const other = drafts.get(name);
    if (other !== undefined && other !== draft) needs.add(other);
  };
  for (const constraint of draft.table.constraints) {
    if (constraint.kind !== 'foreignKey') continue;
    const places = constraint.columns.map((name) => draft.columns.findIndex((column) => column.name === name));
    const points = draft.rows.some(({ cells }) => places.every((at) => at !== -1 && cells[at]?.kind !== 'null'));
    if (points) need(dotted(constraint.target));
  }
  for (const row of draft.rows) for (const find of findsIn(row)) need(dotted(find.table));
  return needs;
}

/** Stable: a table moves behind another only when it needs its rows. Tables in a circle are reported, and come last. */
function inOrder(drafts: Drafts, scope: Scope): readonly Draft[] {
  const needs = new Map([...drafts.values()].map((draft) => [draft, needsOf(draft, drafts)]));
  const order = new Set<Draft>();
  const ready = () =>
    [...needs].find(([draft, before]) => !order.has(draft) && [...before].every((one) => order.has(one)))?.[0];
  for (let next = ready(); next !== undefined; next = ready()) order.add(next);
  const left = [...drafts.values()].filter((draft) => !order.has(draft));
  const [first] = left;
  if (first !== undefined) {
    const names = left.map((draft) => `\`${displayName(draft.table.name)}\``).join(', ');
    scope.problems.report('data-circle', tableSpan(first), `The rows of these tables need one another: ${names}.`, {
      help: 'leave one of the columns that point to the others null.',
      related: left.slice(1).map((draft) => ({ message: 'this one is part of it', span: tableSpan(draft) })),
    });
  }
  return [...order, ...left];
}

/** The step of each row: behind all rows of the same table that it finds. */
function stepsOf(draft: Draft, links: Links, scope: Scope): readonly number[] {
  const steps = new Map<number, number>();
  const under = new Set<number>();
  const stepOf = (number: number): number => {
    const known = steps.get(number);
    const row = draft.rows[number];
    if (known !== undefined || row === undefined) return known ?? 0;
    if (under.has(number)) {
      scope.problems.report('data-circle', nodeSpan(draft.document.source, row.node), 'This row finds itself.', {
        help: 'leave the column null in one of the rows of the circle.',
      });
      return 0;
    }
    under.add(number);
    const found = findsIn(row)
      .filter((find) => dotted(find.table) === dotted(draft.table.name))
      .flatMap((find) => {
        const target = links.resolve(find);
        return typeof target === 'number' ? [target] : [];
      });
    const step = found.length === 0 ? 0 : Math.max(...found.map(stepOf)) + 1;
    under.delete(number);
    steps.set(number, step);
    return step;
  };
  return draft.rows.map((_, number) => stepOf(number));
}

function finish(draft: Draft, links: Links, scope: Scope): TableData {
  const { raw, source } = draft.document;
  const steps = stepsOf(draft, links, scope);
  const rows = draft.rows.map(({ cells, node }, number) => ({
    cells: cells.map((cell) => cell ?? ({ kind: 'null' } as const)),
    step: steps[number] ?? 0,
    span: nodeSpan(source, node),
  }));
  return {
    table: draft.table.name,
    comment: raw.comment,
    key: draft.key,
    mode: raw.mode ?? 'update',
    columns: draft.columns.map(({ name, type }) => ({ name, type })),
    computed: draft.table.columns.flatMap(({ name, value }) =>
      value.kind === 'generated' && draft.key.includes(name) ? [{ name, expr: value.expr }] : [],
    ),
    rows: rows.toSorted((a, b) => a.step - b.step),
    span: tableSpan(draft),
  };
}

/** Lowers all reference data; what is wrong with it is reported, and the result is then not to be used. */
export function lowerData(read: ReadDocuments, scope: Scope, objects: Objects): readonly TableData[] {
  if (read.data.length === 0) return [];
  const drafts = readDrafts(read, scope, objects);
  const links = linkDrafts(drafts);
  checkLinks(drafts, links, scope.problems);
  return inOrder(drafts, scope).map((draft) => finish(draft, links, scope));
}
