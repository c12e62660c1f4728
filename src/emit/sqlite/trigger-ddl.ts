/**
 * Triggers whose function says one simple thing, as triggers of SQLite that refuse by RAISE. The functions are those of
 * templates/foundation and of the sections; what they do is written here once more, and held to them by a test.
 */
import type { Column, Model, Table, Trigger } from '../../model/model.ts';
import { attempt } from './attempt.ts';
import { NOW } from './call.ts';
import { truth } from './condition.ts';
import { translateExpression } from './expression.ts';
import { keeperOf, type Written } from './keeper.ts';
import { Untranslatable } from './piece.ts';
import { id, lit } from './quote.ts';
import { columnOf, columnPiece, type Source, sourcesScope } from './scope.ts';

type Event = 'insert' | 'update' | 'delete';

interface Made {
  readonly event: Event;
  readonly timing: 'before' | 'after';
  /** Conditions that all hold when it acts. */
  readonly when: readonly string[];
  readonly action: string;
}

interface Request {
  readonly table: Table;
  readonly trigger: Trigger;
  readonly event: Event;
  readonly model: Model;
}

type Maker = (request: Request) => Omit<Made, 'event'>;

function refusal(message: string): string {
  return `select raise(abort, ${lit(message)})`;
}

function need(table: Table, name: string | undefined): Column {
  const column = name === undefined ? null : columnOf(table, name);
  if (column === null) throw new Untranslatable(`the column ${name}`);
  return column;
}

function changes(name: string): string {
  return `new.${id(name)} is not old.${id(name)}`;
}

/**
 * When a column changes that may not. Allowances are `change x`, `set x` (from NULL) and `clear x` (to NULL); when a row
 * changed is always allowed.
 */
function forbiddenChange(table: Table, allowances: readonly string[]): string {
  const conditions = table.columns.flatMap(({ name }) => {
    if (name === 'updated_at' || allowances.includes(`change ${name}`)) return [];
    const extra = [
      ...(allowances.includes(`set ${name}`) ? [`old.${id(name)} is not null`] : []),
      ...(allowances.includes(`clear ${name}`) ? [`new.${id(name)} is not null`] : []),
    ];
    return [extra.length === 0 ? changes(name) : `(${[changes(name), ...extra].join(' and ')})`];
  });
  return conditions.length === 0 ? 'false' : `(${conditions.join(' or ')})`;
}

function before(when: readonly string[], message: string): Omit<Made, 'event'> {
  return { timing: 'before', when, action: refusal(message) };
}

const appendOnly: Maker = ({ table, trigger, event }) =>
  event === 'update'
    ? before([forbiddenChange(table, trigger.args)], `${table.name.name} is append-only`)
    : before([], `${table.name.name} is append-only: ${event} refused`);

const freezeWhenSet: Maker = ({ table, trigger, event }) => {
  const [name, ...allowances] = trigger.args;
  const isSet = `old.${id(need(table, name).name)} is not null`;
  const when = event === 'update' ? [isSet, forbiddenChange(table, allowances)] : [isSet];
  return before(when, `A row of ${table.name.name} cannot change once ${name} is set`);
};

const setOnce: Maker = ({ table, trigger }) => {
  const conditions = trigger.args.map((name) => `(old.${id(need(table, name).name)} is not null and ${changes(name)})`);
  return before([`(${conditions.join(' or ')})`], `${table.name.name}: ${trigger.args.join(', ')} keeps its value`);
};

const GROWING: ReadonlySet<string> = new Set(['integer', 'real', 'decimal', 'timestamp', 'date']);

const onlyGrows: Maker = ({ table, trigger, model }) => {
  const isStrict = trigger.args[0] === 'strictly';
  const columns = isStrict ? trigger.args.slice(1) : trigger.args;
  const conditions = columns.map((name) => {
    const { form } = columnPiece(need(table, name), null, model);
    if (!GROWING.has(form)) throw new Untranslatable(`the order of ${form}`);
    const [was, is] = [`old.${id(name)}`, `new.${id(name)}`];
    return `(${was} is not null and (${is} is null or ${is} ${isStrict ? '<=' : '<'} ${was}))`;
  });
  return before([`(${conditions.join(' or ')})`], `${table.name.name}: ${columns.join(', ')} only grows`);
};

const keepUntil: Maker = ({ table, trigger }) => {
  const column = `old.${id(need(table, trigger.args[0]).name)}`;
  return before([`${column} >= date('now')`], `The row of ${table.name.name} has to be kept until ${trigger.args[0]}`);
};

function parentTable(model: Model, name: string | undefined): Table {
  const found = model.objects.get(`table public.${name}`);
  if (found?.kind !== 'table') throw new Untranslatable(`the table ${name}`);
  return found;
}

/** The row that the first column refers to has the same values; a pair is `column` or `column=its column`. */
const matchesParent: Maker = ({ table, trigger, model }) => {
  const [reference, parentName, ...pairs] = trigger.args;
  const parent = parentTable(model, parentName);
  const differ = pairs.map((pair) => {
    const [own = '', other = own] = pair.split('=');
    const [a, b] = [columnPiece(need(table, own), 'new', model), columnPiece(need(parent, other), 'p', model)];
    if (a.form !== b.form) throw new Untranslatable(`${a.form} beside ${b.form}`);
    return `${b.text} is not ${a.text}`;
  });
  need(parent, 'id');
  const exists = `exists (select 1 from ${id(parent.name.name)} as p where p."id" = new.${id(need(table, reference).name)} and (${differ.join(' or ')}))`;
  return before([exists], `${table.name.name}: ${pairs.join(', ')} is not that of its row in ${parentName}`);
};

const checkParent: Maker = ({ table, trigger, model }) => {
  const [parentName, condition = '', message = ''] = trigger.args;
  const parent = parentTable(model, parentName);
  const scope = sourcesScope(
    [
      { name: 'parent', sql: 'p', table: parent, isOptional: false },
      { name: 'child', sql: 'new', table, isOptional: false },
    ],
    model,
    null,
  );
  const { text } = truth(translateExpression(condition, scope));
  return before(
    [`not exists (select 1 from ${id(parent.name.name)} as p where ${text})`],
    `${table.name.name}: ${message}`,
  );
};

/** AFTER, since SQLite's BEFORE cannot change the row; the condition ends it where triggers fire triggers. */
const touch: Maker = ({ table }) => {
  const column = id(need(table, 'updated_at').name);
  if (['rowid', '_rowid_', 'oid'].some((name) => columnOf(table, name) !== null))
    throw new Untranslatable('a column rowid');
  return {
    timing: 'after',
    when: [`new.${column} is not ${NOW}`],
    action: `update ${id(table.name.name)} set ${column} = ${NOW} where rowid = new.rowid`,
  };
};

const MAKERS: Readonly<Record<string, Maker>> = {
  touch_updated_at: touch,
  append_only: appendOnly,
  freeze_when_set: freezeWhenSet,
  set_once: setOnce,
  only_grows: onlyGrows,
  keep_until: keepUntil,
  refuse_delete: ({ table }) => before([], `Rows of ${table.name.name} are not deleted`),
  refuse_when: ({ trigger }) => before([], trigger.args[0] ?? 'Refused'),
  matches_parent: matchesParent,
  check_parent: checkParent,
};

function whenOf(expr: string, table: Table, model: Model): string {
  const source = (name: 'new' | 'old'): Source => ({ name, sql: name, table, isOptional: false });
  const scope = sourcesScope([source('new'), source('old')], model, null);
  const piece = truth(translateExpression(expr, scope));
  return piece.isAtom ? piece.text : `(${piece.text})`;
}

function statement(name: string, { table, trigger }: Request, made: Made): string {
  const of = made.event === 'update' && trigger.updateOf.length > 0 ? ` of ${trigger.updateOf.map(id).join(', ')}` : '';
  const when = made.when.length === 0 ? '' : `\nwhen ${made.when.join(' and ')}`;
  return `create trigger ${id(name)} ${made.timing} ${made.event}${of} on ${id(table.name.name)} for each row${when}\nbegin\n  ${made.action};\nend;`;
}

function isRowEvent(event: string): event is Event {
  return event !== 'truncate';
}

/** One trigger of SQLite for each event: it has no trigger for several, and no TRUNCATE to refuse. */
function writeTrigger(trigger: Trigger, table: Table, model: Model): readonly string[] {
  const maker = trigger.function.schema === 'boyfanz' ? MAKERS[trigger.function.name] : undefined;
  if (maker === undefined || trigger.level !== 'row' || trigger.constraint !== null || trigger.enabled !== 'origin') {
    throw new Untranslatable(`the function ${trigger.function.name}`);
  }
  const events = trigger.events.filter(isRowEvent);
  // Names of triggers are those of the whole file.
  const name = `${table.name.name}_${trigger.name}`;
  return events.map((event) => {
    const request = { table, trigger, event, model };
    const made = maker(request);
    const when = trigger.when === null ? made.when : [whenOf(trigger.when, table, model), ...made.when];
    return statement(events.length === 1 ? name : `${name}_${event}`, request, { ...made, when, event });
  });
}

/** SQLite has no TRUNCATE: a trigger that only refuses it is not needed. */
function isNeeded(trigger: Trigger): boolean {
  return trigger.events.some(isRowEvent) && trigger.enabled !== 'disabled';
}

export function writeTriggers(table: Table, model: Model): Written {
  const keeper = keeperOf(table);
  const statements = table.triggers.filter(isNeeded).flatMap((trigger) => {
    const made = attempt(() => writeTrigger(trigger, table, model));
    if (made.isDone) return made.value;
    keeper.lose('trigger', trigger.name, made.reason);
    return [];
  });
  return { statements, losses: keeper.losses };
}
