/**
 * The expressions of one table. Types are those that the columns will have: PostgreSQL reads an expression anew when a
 * column in it changes its type, so the question is whether both texts mean the same then.
 */
import { keyOf } from '../../model/keys.ts';
import type {
  Column,
  ColumnValue,
  Constraint,
  Exclusion,
  ExclusionElement,
  Expr,
  Index,
  IndexKey,
  IndexKeyTarget,
  Policy,
  Table,
  Trigger,
} from '../../model/model.ts';
import type { Ident } from '../../model/name.ts';
import { type DataType, sameType } from '../../model/type.ts';
import { sqlWords } from '../../text/sql-words.ts';
import { type Ask, askUnlessSame } from './ask.ts';
import type { Form, Scope } from './form.ts';
import { partnersOf } from './partners.ts';
import { respellStorage } from './respell-storage.ts';
import type { Unsettled } from './unsettled.ts';

/** One table's walk. */
interface Walk {
  readonly desired: Table;
  readonly live: Table;
  readonly columns: ReadonlyMap<Ident, DataType>;
  readonly unsettled: Unsettled;
  /** Asks for a text that may be absent, with the counterparts that are not. */
  readonly ask: (
    part: string,
    text: Expr,
    found: readonly (Expr | null)[],
    form: (texts: readonly Expr[]) => Form,
  ) => Expr;
}

export function respellTable(
  desired: Table,
  live: Table,
  isThere: (type: DataType) => boolean,
  unsettled: Unsettled,
  ask: Ask,
): Table {
  const added = desired.columns.filter(({ name }) => !live.columns.some((column) => column.name === name));
  const wanted = new Map(desired.columns.filter(({ type }) => isThere(type)).map(({ name, type }) => [name, type]));
  const kept = live.columns.map(({ name, type }) => [name, wanted.get(name) ?? type] as const);
  const addedNames = new Set(added.map(({ name }) => name));
  const walk: Walk = {
    desired,
    live,
    columns: new Map([...kept, ...wanted]),
    unsettled,
    ask: (part, text, found, form) => {
      const candidates = found.filter((one) => one !== null);
      const isAboutNew = addedNames.size > 0 && [...sqlWords(text)].some((word) => addedNames.has(word));
      const task = { form: form([text, ...candidates]), text, candidates, object: keyOf(desired), part, isAboutNew };
      return askUnlessSame(task, ask);
    },
  };
  return {
    ...desired,
    columns: desired.columns.map((column) => respellColumn(column, walk)),
    constraints: desired.constraints.map((constraint) => respellConstraint(constraint, walk)),
    indexes: desired.indexes.map((index) => respellIndex(index, walk)),
    policies: desired.policies.map((policy) => respellPolicy(policy, walk)),
    triggers: desired.triggers.map((trigger) => respellTrigger(trigger, walk)),
    storage: respellStorage(desired, live, ask),
  };
}

/** The table's name shows in qualified columns and whole rows, and wherever a subquery has tables of its own. */
function scopeOf(walk: Walk, texts: readonly Expr[]): Scope {
  const isNamed = texts.some((text) => {
    const words = sqlWords(text);
    return words.has(walk.live.name.name) || words.has(walk.desired.name.name) || words.has('from');
  });
  return { columns: walk.columns, table: isNamed ? walk.desired.name : null };
}

function condition(walk: Walk): (texts: readonly Expr[]) => Form {
  return (texts) => ({ kind: 'condition', scope: scopeOf(walk, texts) });
}

function respellColumn(column: Column, walk: Walk): Column {
  const live = walk.live.columns.find((one) => one.name === column.name);
  return live === undefined ? column : { ...column, value: respellValue(column, live, walk) };
}

function respellValue({ name, type: wanted, value }: Column, live: Column, walk: Walk): ColumnValue {
  // A change of type brings its value along, and the value need not make sense for the old type.
  if (!sameType(wanted, live.type)) return value;
  const { type, value: found } = live;
  const part = `columns.${name}`;
  if (value.kind === 'default') {
    // DEFAULT NULL is not kept by the server.
    if (found.kind === 'none' && /^\s*null\s*$/i.test(value.expr)) return found;
    if (found.kind !== 'default') return value;
    return { ...value, expr: walk.ask(part, value.expr, [found.expr], () => ({ kind: 'default', type })) };
  }
  if (value.kind !== 'generated' || found.kind !== 'generated') return value;
  const form = (texts: readonly Expr[]): Form => ({ kind: 'generated', scope: scopeOf(walk, texts), type });
  return { ...value, expr: walk.ask(part, value.expr, [found.expr], form) };
}

function respellConstraint(constraint: Constraint, walk: Walk): Constraint {
  const all = walk.live.constraints;
  if (constraint.kind === 'check') {
    const live = all.filter((one) => one.kind === 'check');
    const found = partnersOf(constraint, walk.desired.constraints, live, () => true).map((one) => one.expr);
    return { ...constraint, expr: walk.ask(constraint.name, constraint.expr, found, condition(walk)) };
  }
  if (constraint.kind !== 'exclusion') return constraint;
  const live = all.filter((one) => one.kind === 'exclusion');
  const partners = partnersOf(constraint, walk.desired.constraints, live, (one) => sameShape(one, constraint));
  return {
    ...constraint,
    elements: constraint.elements.map((element, at) => ({
      ...element,
      key: respellKey(constraint.name, element.key, keysAt(partners, at), walk),
    })),
    where: respellWhere(constraint, partners, walk),
  };
}

function sameShape(a: Exclusion, b: Exclusion): boolean {
  return a.method === b.method && a.elements.length === b.elements.length;
}

function keysAt(partners: readonly Exclusion[], at: number): readonly (IndexKeyTarget | undefined)[] {
  return partners.map((partner): ExclusionElement | undefined => partner.elements[at]).map((element) => element?.key);
}

function respellIndex(index: Index, walk: Walk): Index {
  const fits = (one: Index) =>
    one.method === index.method && one.unique === index.unique && one.keys.length === index.keys.length;
  const partners = partnersOf(index, walk.desired.indexes, walk.live.indexes, fits);
  return {
    ...index,
    keys: index.keys.map((key, at): IndexKey => {
      const found = partners.map((partner) => partner.keys[at]?.key);
      return { ...key, key: respellKey(index.name, key.key, found, walk) };
    }),
    where: respellWhere(index, partners, walk),
  };
}

function respellKey(
  part: string,
  key: IndexKeyTarget,
  found: readonly (IndexKeyTarget | undefined)[],
  walk: Walk,
): IndexKeyTarget {
  if (key.kind === 'column') return key;
  const candidates = found.map((one) => (one?.kind === 'expression' ? one.expr : null));
  const form = (texts: readonly Expr[]): Form => ({ kind: 'value', scope: scopeOf(walk, texts) });
  return { ...key, expr: walk.ask(part, key.expr, candidates, form) };
}

function respellWhere(
  { name, where }: Pick<Index, 'name' | 'where'>,
  partners: readonly Pick<Index, 'where'>[],
  walk: Walk,
): Expr | null {
  if (where === null) return null;
  const found = partners.map((partner) => partner.where);
  return walk.ask(name, where, found, condition(walk));
}

function respellPolicy(policy: Policy, walk: Walk): Policy {
  const partners = partnersOf(
    policy,
    walk.desired.policies,
    walk.live.policies,
    (one) => one.command === policy.command,
  );
  const respell = (text: Expr | null, found: readonly (Expr | null)[]) =>
    text === null || walk.unsettled.condition(text) ? text : walk.ask(policy.name, text, found, policyForm(walk));
  return {
    ...policy,
    using: respell(
      policy.using,
      partners.map((partner) => partner.using),
    ),
    check: respell(
      policy.check,
      partners.map((partner) => partner.check),
    ),
  };
}

/** Only a policy may hold a subquery; a condition without one is cheaper to ask for. */
function policyForm(walk: Walk): (texts: readonly Expr[]) => Form {
  return (texts) => ({
    kind: texts.some((text) => sqlWords(text).has('select')) ? 'policy' : 'condition',
    scope: scopeOf(walk, texts),
  });
}

function respellTrigger(trigger: Trigger, walk: Walk): Trigger {
  if (trigger.when === null) return trigger;
  const live = walk.live.triggers.find((one) => one.name === trigger.name);
  const { timing, events, level } = trigger;
  const scope: Scope = { columns: walk.columns, table: null };
  const form = (): Form => ({ kind: 'when', scope, on: { timing, events, level } });
  return { ...trigger, when: walk.ask(trigger.name, trigger.when, [live?.when ?? null], form) };
}
