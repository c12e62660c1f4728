/**
 * The difference between two Models as typed changes: pure, without SQL and without order beyond "kinds that others are
 * made of first". Putting the changes into an order that runs is `plan`'s business.
 */
import { keyOf } from '../model/keys.ts';
import type { Model, ObjectKind, SchemaObject, Table } from '../model/model.ts';
import { asWritten } from './as-written.ts';
import { diffAttached } from './attached.ts';
import type { Change } from './change.ts';
import { diffComment } from './comment.ts';
import { type DefaultGrant, withoutDefaultGrants } from './default-grants.ts';
import { withDependents } from './dependents.ts';
import { withoutDropCircles } from './drop-circles.ts';
import { createdFunction, diffFunction } from './function.ts';
import { diffGrants } from './grants.ts';
import { resolveRenames } from './renames.ts';
import { createdSequence, diffSequence, droppedSequence } from './sequence.ts';
import { createdTable, diffTable } from './table.ts';
import { refuseUncastable } from './uncastable.ts';
import { diffDomain, diffEnum } from './user-type.ts';
import { createdView, diffView } from './view.ts';

type KindOf<K extends ObjectKind> = Extract<SchemaObject, { readonly kind: K }>;

interface Lifecycle<T> {
  readonly created: (object: T) => readonly Change[];
  readonly changed: (from: T, to: T) => readonly Change[];
  readonly dropped: (object: T) => readonly Change[];
}

/** In this order objects are made; they are dropped in the reverse one. */
const LIFECYCLES: { readonly [K in ObjectKind]: Lifecycle<KindOf<K>> } = {
  role: {
    created: (role) => [{ kind: 'createRole', role }],
    changed: () => [],
    dropped: () => [],
  },
  schema: {
    created: (schema) => [
      { kind: 'createSchema', schema },
      ...diffComment({ kind: 'schema', name: schema.name }, null, schema.comment),
      ...diffGrants({ kind: 'schema', name: schema.name }, [], schema.grants),
    ],
    changed: (from, to) => [
      ...diffComment({ kind: 'schema', name: to.name }, from.comment, to.comment),
      ...diffGrants({ kind: 'schema', name: to.name }, from.grants, to.grants),
    ],
    // Others may live in it.
    dropped: () => [],
  },
  extension: {
    created: (extension) => [{ kind: 'createExtension', extension }],
    // Where an extension lives and who else uses it is not ours to decide: it is neither moved nor dropped.
    changed: () => [],
    dropped: () => [],
  },
  enum: {
    created: (definition) => [
      { kind: 'createEnum', enum: definition },
      ...diffComment({ kind: 'enum', name: definition.name }, null, definition.comment),
    ],
    changed: diffEnum,
    dropped: (definition) => [{ kind: 'dropEnum', enum: definition }],
  },
  domain: {
    created: (domain) => [
      { kind: 'createDomain', domain },
      ...diffComment({ kind: 'domain', name: domain.name }, null, domain.comment),
    ],
    changed: diffDomain,
    dropped: (domain) => [{ kind: 'dropDomain', domain }],
  },
  sequence: {
    created: createdSequence,
    changed: diffSequence,
    dropped: droppedSequence,
  },
  function: {
    created: createdFunction,
    changed: diffFunction,
    dropped: (fn) => [{ kind: 'dropFunction', function: fn }],
  },
  table: {
    created: createdTable,
    changed: diffTable,
    dropped: (table) => [
      ...(isKeptUp(table) ? [{ kind: 'dropRolling', table: table.name } satisfies Change] : []),
      { kind: 'dropTable', table },
    ],
  },
  view: {
    created: createdView,
    changed: diffView,
    dropped: (view) => [{ kind: 'dropView', view }],
  },
};

/** Whether maintenance knows the table. */
function isKeptUp({ storage }: Table): boolean {
  if (storage.kind === 'hypertable') return storage.keep?.by === 'maintenance';
  return storage.kind === 'partitioned' && storage.parts.kind === 'rolling';
}

const KINDS = Object.keys(LIFECYCLES) as ObjectKind[];

function lifecycleOf<K extends ObjectKind>(kind: K): Lifecycle<KindOf<K>> {
  return LIFECYCLES[kind];
}

function diffKind<K extends ObjectKind>(kind: K, from: Model, to: Model): readonly Change[] {
  const { created, changed } = lifecycleOf(kind);
  const isOfKind = (object: SchemaObject | undefined): object is KindOf<K> => object?.kind === kind;
  return [...to.objects.values()].filter(isOfKind).flatMap((object) => {
    const before = from.objects.get(keyOf(object));
    return isOfKind(before) ? changed(before, object) : created(object);
  });
}

function dropKind<K extends ObjectKind>(kind: K, from: Model, to: Model): readonly Change[] {
  const isOfKind = (object: SchemaObject): object is KindOf<K> => object.kind === kind;
  return [...from.objects.values()]
    .filter(isOfKind)
    .filter((object) => !to.objects.has(keyOf(object)))
    .reverse()
    .flatMap(lifecycleOf(kind).dropped);
}

/**
 * Every change that turns a database described by `from` into one described by `to`, in the order of the kinds: names
 * first, then what is made or altered, then what is dropped.
 *
 * @param written `to` in the words of the specs, where `to` has been spelled by a server
 * @param defaults what the database gives by itself on what is made
 */
export function diffModels(
  from: Model,
  to: Model,
  written: Model = to,
  defaults: readonly DefaultGrant[] = [],
): readonly Change[] {
  const renamed = resolveRenames(from, to);
  const changes = [
    ...KINDS.flatMap((kind) => diffKind(kind, renamed.model, to)),
    ...[...KINDS].reverse().flatMap((kind) => dropKind(kind, renamed.model, to)),
  ];
  const attached = diffAttached(renamed.model, to, changes);
  const possible = refuseUncastable(withoutDropCircles([...changes, ...attached]), renamed.model, to);
  const whole = withoutDefaultGrants([...renamed.changes, ...withDependents(possible, renamed, to)], defaults);
  return written === to ? whole : whole.map((change) => asWritten(change, written));
}
