/** Views of plain selects: columns, joins, conditions, UNION ALL, EXISTS. */
import type { Model, Table, View } from '../../model/model.ts';
import { isNode, listOf, type Node, opened, parseSelect } from '../../sql/syntax-tree.ts';
import { attempt } from './attempt.ts';
import { truth } from './condition.ts';
import { type Scope, translated } from './expression.ts';
import { keeperOf, type Written } from './keeper.ts';
import { Untranslatable } from './piece.ts';
import { id } from './quote.ts';
import { type Source, sourcesScope } from './scope.ts';

const SELECT_KEYS: ReadonlySet<string> = new Set([
  'targetList',
  'fromClause',
  'whereClause',
  'limitOption',
  'op',
  'all',
  'larg',
  'rarg',
]);

interface From {
  readonly text: string;
  readonly sources: readonly Source[];
}

function namedTable(body: Node, model: Model): Table {
  const found = model.objects.get(`table ${String(body.schemaname ?? 'public')}.${String(body.relname)}`);
  if (found?.kind !== 'table' || found.name.schema !== 'public')
    throw new Untranslatable(`the relation ${String(body.relname)}`);
  return found;
}

function fromItem(value: unknown, isOptional: boolean, model: Model, outer: readonly Source[]): From {
  const [tag, body] = opened(value);
  if (tag === 'RangeVar') {
    const table = namedTable(body, model);
    const alias = isNode(body.alias) ? String(body.alias.aliasname) : null;
    const name = alias ?? table.name.name;
    const text = alias === null ? id(table.name.name) : `${id(table.name.name)} as ${id(alias)}`;
    return { text, sources: [{ name, sql: id(name), table, isOptional }] };
  }
  if (tag !== 'JoinExpr' || body.isNatural === true || body.usingClause !== undefined) throw new Untranslatable(tag);
  const word = body.jointype === 'JOIN_INNER' ? 'join' : body.jointype === 'JOIN_LEFT' ? 'left join' : null;
  if (word === null || body.quals === undefined) throw new Untranslatable(String(body.jointype));
  const left = fromItem(body.larg, isOptional, model, outer);
  const right = fromItem(body.rarg, isOptional || word === 'left join', model, outer);
  const sources = [...left.sources, ...right.sources];
  const on = truth(translated(body.quals, scopeOf([...sources, ...outer], model)));
  return { text: `${left.text}\n  ${word} ${right.text} on ${on.text}`, sources };
}

function scopeOf(sources: readonly Source[], model: Model): Scope {
  return sourcesScope(sources, model, (select) => selectText(select, model, sources));
}

/** @param outer what a subquery may refer to besides its own */
function selectText(body: Node, model: Model, outer: readonly Source[]): string {
  const other = Object.keys(body).find((key) => !SELECT_KEYS.has(key));
  if (other !== undefined) throw new Untranslatable(`a select with ${other}`);
  if (body.op === 'SETOP_UNION' && body.all === true) {
    const [left, right] = [body.larg, body.rarg].map((side) => selectText(isNode(side) ? side : {}, model, outer));
    return `${left}\nunion all\n${right}`;
  }
  if (body.op !== 'SETOP_NONE') throw new Untranslatable(String(body.op));
  const items = listOf(body.fromClause).map((item) => fromItem(item, false, model, outer));
  const scope = scopeOf([...items.flatMap(({ sources }) => sources), ...outer], model);
  const columns = listOf(body.targetList).map((target) => {
    const [, column] = opened(target);
    const { text } = translated(column.val, scope);
    return column.name === undefined ? text : `${text} as ${id(String(column.name))}`;
  });
  const where = body.whereClause === undefined ? '' : `\nwhere ${truth(translated(body.whereClause, scope)).text}`;
  return `select ${columns.length === 0 ? '1' : columns.join(', ')}\nfrom ${items.map(({ text }) => text).join(', ')}${where}`;
}

export function writeView(view: View, model: Model): Written {
  const keeper = keeperOf(null);
  const made = attempt(
    () => `create view ${id(view.name.name)} as\n${selectText(parseSelect(view.query), model, [])};`,
  );
  if (made.isDone) return { statements: [made.value], losses: [] };
  keeper.lose('view', view.name.name, made.reason);
  return { statements: [], losses: keeper.losses };
}
