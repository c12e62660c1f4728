import type { SchemaObject, Table } from '../../model/model.ts';
import type { Ident, QName } from '../../model/name.ts';
import { finding, type Place, relatedPlace } from '../finding.ts';
import { indexShapesOf } from '../index-shape.ts';
import { objectText } from '../named-part.ts';
import type { Finding, Rule, RuleContext } from '../rule.ts';

interface Claim {
  /** Names in one space must differ. */
  readonly space: string;
  readonly name: Ident;
  /** `index`, `row type of the table`. */
  readonly noun: string;
  readonly object: SchemaObject;
  readonly place: Place;
}

/** Columns that every table has, see PostgreSQL's src/backend/catalog/heap.c. */
const SYSTEM_COLUMNS: ReadonlySet<Ident> = new Set(['ctid', 'xmin', 'cmin', 'xmax', 'cmax', 'tableoid']);

/** `the table a`, `the index "a_idx" of a`. */
function subject({ noun, name, object }: Claim): string {
  const ownName = typeof object.name === 'string' ? object.name : object.name.name;
  return name === ownName && !INSIDE.has(noun)
    ? `the ${noun} ${objectText(object)}`
    : `the ${noun} "${name}" of ${objectText(object)}`;
}

const INSIDE: ReadonlySet<string> = new Set([
  'index',
  'primary key',
  'unique constraint',
  'exclusion constraint',
  'constraint',
  'constraint trigger',
  'trigger',
  'policy',
  'column',
  'partition',
]);

function relation(object: SchemaObject, { schema, name }: QName, noun: string, place: Place = ''): Claim {
  return { space: `relations of ${schema}`, name, noun, object, place };
}

/** A table or view brings a row type of its name. */
function ownType(object: Extract<SchemaObject, { kind: 'table' | 'view' | 'enum' | 'domain' }>): Claim {
  const { schema, name } = object.name;
  const noun = object.kind === 'table' || object.kind === 'view' ? `row type of the ${object.kind}` : object.kind;
  return { space: `types of ${schema}`, name, noun, object, place: '' };
}

function relationsOfTable(table: Table): readonly Claim[] {
  const { schema, name } = table.name;
  const { storage } = table;
  const partitions = storage.kind === 'partitioned' && storage.parts.kind === 'fixed' ? storage.parts.partitions : [];
  return [
    relation(table, table.name, 'table'),
    ...indexShapesOf(table).map((shape) =>
      relation(table, { schema, name: shape.name }, shape.made, { named: shape.name }),
    ),
    ...table.columns.flatMap((column) => {
      if (column.value.kind !== 'identity') return [];
      const sequence = { schema, name: `${name}_${column.name}_seq` };
      return [relation(table, sequence, 'identity sequence', `columns.${column.name}`)];
    }),
    ...partitions.map((part) => relation(table, part.name, 'partition', 'partition')),
  ];
}

function insideTable(table: Table): readonly Claim[] {
  const claims = (
    space: string,
    noun: string,
    names: readonly Ident[],
    place?: (name: Ident) => Place,
  ): readonly Claim[] =>
    names.map((name) => ({ space, name, noun, object: table, place: place?.(name) ?? { named: name } }));
  const constraintTriggers = table.triggers.filter(({ constraint }) => constraint !== null);
  const groups = [
    claims(
      'columns',
      'column',
      table.columns.map(({ name }) => name),
      (name) => `columns.${name}`,
    ),
    [
      ...claims(
        'constraints',
        'constraint',
        table.constraints.map(({ name }) => name),
      ),
      ...claims(
        'constraints',
        'constraint trigger',
        constraintTriggers.map(({ name }) => name),
      ),
    ],
    claims(
      'triggers',
      'trigger',
      table.triggers.map(({ name }) => name),
    ),
    claims(
      'policies',
      'policy',
      table.policies.map(({ name }) => name),
    ),
  ];
  return groups.flat();
}

/** The claims of a whole Model on names that objects share. What is inside of one table is compared table by table. */
function sharedClaims(object: SchemaObject): readonly Claim[] {
  switch (object.kind) {
    case 'table':
      return [...relationsOfTable(object), ownType(object)];
    case 'view':
      return [relation(object, object.name, 'view'), ownType(object)];
    case 'sequence':
      return [relation(object, object.name, 'sequence')];
    case 'enum':
    case 'domain':
      return [ownType(object)];
    case 'role':
    case 'schema':
    case 'extension':
    case 'function':
      return [];
  }
}

/** Every claim on a name that is taken, with the first claim. */
function collisions(claims: readonly Claim[]): readonly (readonly [first: Claim, second: Claim])[] {
  const spaces = new Map<string, Map<Ident, Claim>>();
  const found: [Claim, Claim][] = [];
  for (const claim of claims) {
    const taken = spaces.get(claim.space) ?? new Map<Ident, Claim>();
    spaces.set(claim.space, taken);
    const first = taken.get(claim.name);
    if (first === undefined) taken.set(claim.name, claim);
    else found.push([first, claim]);
  }
  return found;
}

function report(context: RuleContext, first: Claim, second: Claim): Finding {
  const sentence = `${subject(second)} has the name of ${subject(first)}.`;
  return finding(context, second.object, {
    place: second.place,
    message: sentence.charAt(0).toUpperCase() + sentence.slice(1),
    help: 'give one of them another name; `name:` overrides a derived one.',
    related: [relatedPlace(context, first.object, first.place, `${subject(first)} is here`)],
  });
}

function systemColumns(context: RuleContext, table: Table): readonly Finding[] {
  return table.columns
    .filter((column) => SYSTEM_COLUMNS.has(column.name))
    .map((column) =>
      finding(context, table, {
        place: `columns.${column.name}`,
        message: `The column "${column.name}" of ${objectText(table)} has the name of a column that PostgreSQL gives every table.`,
        help: 'give it another name.',
      }),
    );
}

export const nameCollision: Rule = {
  code: 'name-collision',
  severity: 'error',
  problem:
    'Tables, indexes, views and sequences of a schema share one set of names; the second one of a name is refused half-way through.',
  instead: 'Give one of them another name with `name:`.',
  check: (context) => {
    const objects = [...context.model.objects.values()];
    const tables = objects.filter((object) => object.kind === 'table');
    const pairs = [
      ...collisions(objects.flatMap(sharedClaims)),
      ...tables.flatMap((table) => collisions(insideTable(table))),
    ];
    // Two equal keys of a table collide as indexes and again as constraints: one report is enough.
    const reported = new Set<string>();
    const found = pairs.flatMap(([first, second]) => {
      const pair = `${objectText(first.object)} ${objectText(second.object)} ${second.name}`;
      if (reported.has(pair)) return [];
      reported.add(pair);
      return [report(context, first, second)];
    });
    return [...found, ...tables.flatMap((table) => systemColumns(context, table))];
  },
};
