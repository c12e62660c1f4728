/** Enums, domains and sequences of a generated Model. */
import type { DomainDef, EnumDef, EnumValue, SequenceDef, SequenceOptions, Table } from '../../src/model/model.ts';
import { qname } from '../../src/model/name.ts';
import type { DataType } from '../../src/model/type.ts';
import { defaultSequenceOptions } from '../../src/sql/sequence.ts';
import { bySlot, type Choices, type Part } from './choices.ts';
import { relationGrants } from './make-grants.ts';
import { comment, SCHEMA, SEQUENCE_SLOTS, sequenceName } from './names.ts';

export function builtIn(name: string, args: readonly string[] = [], dimensions: 0 | 1 = 0): DataType {
  return { schema: null, name, args, dimensions };
}

function enumValues(c: Choices): readonly EnumValue[] {
  const renamed = c.once(8);
  const value = (label: string, renamedFrom: string | null = null): EnumValue => ({ label, renamedFrom });
  return [
    ...(c.once(8) ? [value('first')] : []),
    renamed ? value("b'\\ad", 'good') : value('good', "b'\\ad"),
    ...(c.once(8) ? [value('between'), value('Between 2')] : []),
    value('ünï'),
    ...(c.once(6) ? [value('last')] : []),
  ];
}

/** Slot 0 and 1 of the columns that use them have these names. */
export const ENUM_NAMES = ['mood', 'Enum "1"'] as const;

export function makeEnums(parts: readonly Part[]): readonly EnumDef[] {
  return [...bySlot(parts, ENUM_NAMES.length)].map(([slot, c]) => ({
    kind: 'enum',
    name: qname(SCHEMA, ENUM_NAMES[slot] ?? ENUM_NAMES[0]),
    values: enumValues(c),
    comment: comment(c),
  }));
}

/** The first is a number, the second a text. */
export const DOMAIN_NAMES = ['amount', 'Domain "1"'] as const;

export function makeDomains(parts: readonly Part[]): readonly DomainDef[] {
  return [...bySlot(parts, DOMAIN_NAMES.length)].map(([slot, c]): DomainDef => {
    const checks =
      slot === 0
        ? ['value > 0', 'value between 1 and 100', 'value <> 7']
        : ["value <> ''", "value in ('a', 'b')", 'char_length(value) < 10'];
    const chosen = c.once(2) ? c.some(checks, 2) : [];
    return {
      kind: 'domain',
      name: qname(SCHEMA, DOMAIN_NAMES[slot] ?? DOMAIN_NAMES[0]),
      type: slot === 0 ? (c.once(20) ? builtIn('bigint') : builtIn('integer')) : builtIn('text'),
      collation: null,
      nullable: !c.once(5),
      default: c.once(4) ? (slot === 0 ? c.of('1', '2 + 3') : c.of("'a'", "upper('b')")) : null,
      checks: chosen.map((expr, at) => ({ name: c.of(`check_${at}`, `Check "${at}"`), expr })),
      comment: comment(c),
    };
  });
}

export function sequenceOptions(type: SequenceOptions['type'], c: Choices): SequenceOptions {
  const plain = defaultSequenceOptions(type, c.of('1', '1', '1', '5', '-1'));
  if (plain.increment === '-1') return plain;
  return {
    ...plain,
    min: c.of(plain.min, plain.min, plain.min, '-10'),
    max: c.of(plain.max, plain.max, plain.max, '30000'),
    start: c.of(plain.start, plain.start, '100'),
    cache: c.of('1', '1', '20'),
    cycle: c.once(4),
  };
}

/** Before the tables, whose columns may take their defaults from it; owners are found after. */
export interface OwnerlessSequence {
  readonly sequence: SequenceDef;
  readonly owner: number | null;
}

export function makeSequences(parts: readonly Part[]): readonly OwnerlessSequence[] {
  return [...bySlot(parts, SEQUENCE_SLOTS)].map(([slot, c]) => ({
    sequence: {
      kind: 'sequence',
      name: sequenceName(slot, c),
      options: sequenceOptions(c.of('bigint', 'bigint', 'integer', 'smallint'), c),
      ownedBy: null,
      comment: comment(c),
      grants: relationGrants(c, ['usage', 'select', 'update'], []),
    },
    owner: c.once(2) ? c.of(0, 1, 2, 3, 4, 5, 6, 7) : null,
  }));
}

/** A sequence lives in the schema of its owner, which is a column that values are written to. */
export function withOwner({ sequence, owner }: OwnerlessSequence, tables: readonly Table[]): SequenceDef {
  const columns = tables
    .filter(({ name }) => name.schema === sequence.name.schema)
    .flatMap((table) =>
      table.columns
        .filter(({ value }) => value.kind === 'none' || value.kind === 'default')
        .map((column) => ({ table: table.name, column: column.name })),
    );
  return owner === null ? sequence : { ...sequence, ownedBy: columns[owner % Math.max(1, columns.length)] ?? null };
}
