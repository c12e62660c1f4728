import { describe, expect, it } from 'vitest';
import { compileSpecs } from '../../src/spec/compile.ts';
import { TARGETS } from '../../src/target/list.ts';
import type { Target } from '../../src/target/target.ts';
import { targetWith } from '../../src/target/target-with.ts';
import { lineColumn } from '../../src/text/source.ts';
import { treeWith } from './fixture-tree.ts';

const SPEC = `table: things
comment: A thing.
use: [places]
columns:
  id: bigint
  embedding: { type: vector, requires: vector, otherwise: "real[]" }
  x: double precision
  place: { type: "geography(Point,4326)", requires: postgis, generated: "st_makepoint(x, x)::geography" }
  only_native: { type: point, lacks: postgis, nullable: true }
primary_key: [id]
unique:
  - { columns: [place, id], requires: postgis }
  - [x]
checks:
  dimension: { sql: vector_dims(embedding) = 3, requires: vector }
  cardinality: { sql: cardinality(embedding) = 3, lacks: vector }
  always: x > 0
exclude:
  apart: { elements: [{ column: place, with: "&&" }], requires: postgis }
indexes:
  - { columns: [place], using: gist, requires: postgis }
  - { columns: [{ sql: 'point(x, x)' }], using: gist, lacks: postgis, name: things_point_idx }
  - { columns: [{ sql: 'embedding::vector(3)', opclass: vector_l2_ops }], using: hnsw, requires: vector, name: things_hnsw_idx }
triggers:
  moved: { timing: before, events: [{ update_of: [place] }], function: touch_updated_at, requires: postgis }
access: { read: [staff], write: [service] }
policies:
  near: { command: select, roles: [public], using: place is not null, requires: postgis }
volume: 1M
---
view: places_of_things
comment: Places.
query: select place from things
requires: postgis
`;

const GROUP = `places:
  comment: Where it is.
  columns:
    group_place: { type: geography, requires: postgis, nullable: true }
  triggers:
    group_moved: { timing: before, events: [{ update_of: [group_place] }], function: touch_updated_at, requires: postgis }
`;

function compile(target: Target) {
  const tree = treeWith(SPEC);
  const compiled = compileSpecs(
    { ...tree, columnGroups: { path: 'specs/column-groups.yaml', text: `${tree.columnGroups?.text}${GROUP}` } },
    target,
  );
  expect(compiled.diagnostics).toEqual([]);
  const things = compiled.model.objects.get('table public.things');
  if (things?.kind !== 'table') throw new Error('The table is missing');
  return { ...compiled, things };
}

function shapeOf(target: Target) {
  const { model, things } = compile(target);
  const { columns, constraints, indexes, triggers, policies } = things;
  return {
    extensions: [...model.objects.values()].filter(({ kind }) => kind === 'extension').map((one) => one.name),
    columns: columns.map(({ name, type }) => `${name} ${type.schema ?? ''}.${type.name} ${type.dimensions}`),
    parts: [constraints, indexes, triggers, policies].map((parts) => parts.map(({ name }) => name)),
    hasView: model.objects.has('view public.places_of_things'),
  };
}

const none = targetWith(TARGETS.postgres, { with: [], without: ['postgis', 'vector'] });
const both = targetWith(none, { with: ['postgis', 'vector'], without: [] });

describe('parts with conditions', () => {
  it('are all there where the target uses the extensions, which then come first of all', () => {
    expect(shapeOf(both)).toEqual({
      extensions: ['postgis', 'vector', 'citext'],
      columns: [
        'group_place public.geography 0',
        'id .bigint 0',
        'embedding public.vector 0',
        'x .double precision 0',
        'place public.geography 0',
      ],
      parts: [
        ['things_pkey', 'things_place_id_key', 'things_x_key', 'dimension', 'always', 'things_apart_excl'],
        ['things_place_idx', 'things_hnsw_idx'],
        ['group_moved', 'moved'],
        ['near', 'staff_select', 'service_insert', 'service_update', 'service_delete'],
      ],
      hasView: true,
    });
  });

  it('are not there where it does not, but for what stands in for them', () => {
    expect(shapeOf(none)).toEqual({
      extensions: ['citext'],
      columns: ['id .bigint 0', 'embedding .real 1', 'x .double precision 0', 'only_native .point 0'],
      parts: [
        ['things_pkey', 'things_x_key', 'cardinality', 'always'],
        ['things_point_idx'],
        [],
        ['staff_select', 'service_insert', 'service_update', 'service_delete'],
      ],
      hasView: false,
    });
  });

  it('leave the places of the others as they are', () => {
    const { origins } = compile(none);
    const lineOf = (span: ReturnType<typeof origins.find>) =>
      span === null ? null : lineColumn(span.source, span.start).line;
    expect(lineOf(origins.findNamed('table public.things', 'things_x_key'))).toBe(13);
    expect(lineOf(origins.findNamed('table public.things', 'things_point_idx'))).toBe(22);
    expect(lineOf(origins.find('table public.things', 'columns.only_native'))).toBe(9);
  });

  it('do not bring an extension when no spec requires it', () => {
    const { model } = compileSpecs(treeWith('domain: d\ncomment: A domain.\ntype: text\n'), both);
    expect([...model.objects.keys()].filter((key) => key.startsWith('extension'))).toEqual(['extension citext']);
  });
});
