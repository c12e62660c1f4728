/** Every name that an object brings into the database, with where it was written. */
import type { SchemaObject, Table } from '../model/model.ts';
import type { Ident } from '../model/name.ts';
import type { Place } from './finding.ts';

export interface NamedPart {
  /** `table`, `column`, `index` …, for messages. */
  readonly what: string;
  readonly name: Ident;
  readonly place: Place;
}

function tableParts(table: Table): readonly NamedPart[] {
  const { storage } = table;
  const partitions = storage.kind === 'partitioned' && storage.parts.kind === 'fixed' ? storage.parts.partitions : [];
  return [
    ...table.columns.map(({ name }) => ({ what: 'column', name, place: `columns.${name}` })),
    ...table.constraints.map(({ name }) => ({ what: 'constraint', name, place: { named: name } })),
    ...table.indexes.map(({ name }) => ({ what: 'index', name, place: { named: name } })),
    ...partitions.map(({ name }) => ({ what: 'partition', name: name.name, place: 'partition' })),
    ...table.policies.map(({ name }) => ({ what: 'policy', name, place: { named: name } })),
    ...table.triggers.map(({ name }) => ({ what: 'trigger', name, place: { named: name } })),
  ];
}

/** The object's own name first. Labels of enums are values and not among them. */
export function namedParts(object: SchemaObject): readonly NamedPart[] {
  const own = { what: object.kind, name: typeof object.name === 'string' ? object.name : object.name.name, place: '' };
  switch (object.kind) {
    case 'table':
      return [own, ...tableParts(object)];
    case 'domain':
      return [own, ...object.checks.map(({ name }) => ({ what: 'constraint', name, place: `checks.${name}` }))];
    case 'function':
      return [
        own,
        ...object.args.flatMap(({ name }) =>
          name === null ? [] : [{ what: 'argument', name, place: `arguments.${name}` }],
        ),
      ];
    case 'role':
    case 'schema':
    case 'extension':
    case 'enum':
    case 'sequence':
    case 'view':
      return [own];
  }
}

/** `users`, `boyfanz.uuid_v7`, `pg_trgm`. */
export function objectText(object: SchemaObject): string {
  if (typeof object.name === 'string') return object.name;
  return object.name.schema === 'public' ? object.name.name : `${object.name.schema}.${object.name.name}`;
}
