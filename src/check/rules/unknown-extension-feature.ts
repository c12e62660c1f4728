import { objectKey } from '../../model/keys.ts';
import type { Model, Table } from '../../model/model.ts';
import { displayName, type Ident } from '../../model/name.ts';
import { type DataType, displayType, isBuiltIn } from '../../model/type.ts';
import { EXTENSION_CONTENTS } from '../../target/extension-types.ts';
import { finding, type Place } from '../finding.ts';
import { type IndexShape, indexShapesOf } from '../index-shape.ts';
import { baseType, findColumn, lookupOf } from '../lookup.ts';
import type { Rule } from '../rule.ts';
import { overTables } from '../walk.ts';

interface Need {
  readonly extension: Ident;
  readonly place: Place;
  readonly use: string;
}

/** Types that GiST and GIN know only through btree_gist and btree_gin. */
const SCALARS: ReadonlySet<string> = new Set([
  'smallint',
  'integer',
  'bigint',
  'numeric',
  'real',
  'double precision',
  'money',
  'boolean',
  'text',
  'character',
  'character varying',
  'bytea',
  'uuid',
  'date',
  'interval',
  'timestamp with time zone',
  'timestamp without time zone',
  'time with time zone',
  'time without time zone',
]);

function isScalar(model: Model, type: DataType): boolean {
  if (type.dimensions === 1) return false;
  if (isBuiltIn(type)) return SCALARS.has(type.name);
  return type.schema !== null && model.objects.has(objectKey('enum', { schema: type.schema, name: type.name }));
}

function extensionOfType(model: Model, type: DataType): Ident | null {
  if (type.schema === null) return null;
  const own = (['enum', 'domain', 'table', 'view'] as const).some((kind) =>
    model.objects.has(objectKey(kind, { schema: type.schema ?? '', name: type.name })),
  );
  if (own) return null;
  return [...EXTENSION_CONTENTS].find(([, { types }]) => types.includes(type.name))?.[0] ?? null;
}

function shapeNeeds(shape: IndexShape, table: Table, model: Model): readonly Need[] {
  const place = { named: shape.name };
  return shape.keys.flatMap(({ key, opclass }): readonly Need[] => {
    if (opclass !== null) {
      const owners = [...EXTENSION_CONTENTS].filter(([, { opclasses }]) => opclasses.includes(opclass));
      // btree_gin repeats names of built-in operator classes of other methods.
      const [owner] = owners.filter(([name]) => name !== 'btree_gin' || shape.method === 'gin');
      return owner === undefined
        ? []
        : [{ extension: owner[0], place, use: `the operator class ${opclass} of "${shape.name}"` }];
    }
    const column = key.kind === 'column' ? findColumn(table, key.column) : null;
    if (column === null || (shape.method !== 'gist' && shape.method !== 'gin')) return [];
    const type = baseType(model, column.type);
    if (!isScalar(model, type)) return [];
    const use = `${shape.method} over ${column.name} (${displayType(column.type)}) in "${shape.name}"`;
    return [{ extension: shape.method === 'gist' ? 'btree_gist' : 'btree_gin', place, use }];
  });
}

export const unknownExtensionFeature: Rule = {
  code: 'unknown-extension-feature',
  severity: 'error',
  problem: 'A type or operator class of an extension that is not installed is an error half-way through the file.',
  instead: 'Declare the extension in the specs, if the target offers it, or do without.',
  check: overTables((table, context) => {
    const { extensions } = lookupOf(context.model);
    const types = table.columns.flatMap((column): readonly Need[] => {
      const extension = extensionOfType(context.model, column.type);
      const use = `the type ${displayType(column.type)} of ${column.name}`;
      return extension === null ? [] : [{ extension, place: `columns.${column.name}.type`, use }];
    });
    const shapes = indexShapesOf(table).flatMap((shape) => shapeNeeds(shape, table, context.model));
    return [...types, ...shapes]
      .filter((need) => !extensions.has(need.extension))
      .map(({ extension, place, use }) =>
        finding(context, table, {
          place,
          message: `${displayName(table.name)} needs the extension ${extension} for ${use}.`,
          help: context.target.extensions.has(extension)
            ? `declare it: \`extension: ${extension}\` in a spec of its own.`
            : `the target ${context.target.name} does not offer ${extension}; do without.`,
        }),
      );
  }),
};
