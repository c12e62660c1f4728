/** Enums and domains. */
import { keyOf } from '../model/keys.ts';
import type { DomainDef, EnumDef } from '../model/model.ts';
import { displayName } from '../model/name.ts';
import { displayType, sameType } from '../model/type.ts';
import type { Change } from './change.ts';
import { diffComment } from './comment.ts';
import { type Facets, noChange, runFacets } from './facets.ts';
import { matchByName } from './keyed.ts';

function diffEnumValues(from: EnumDef, to: EnumDef): readonly Change[] {
  const labels = from.values.map((value) => value.label);
  const renames = to.values.flatMap(({ label, renamedFrom }) =>
    renamedFrom !== null && labels.includes(renamedFrom) && !labels.includes(label)
      ? [{ from: renamedFrom, to: label }]
      : [],
  );
  const renamed = labels.map((label) => renames.find((rename) => rename.from === label)?.to ?? label);
  const wanted = to.values.map((value) => value.label);
  const kept = wanted.filter((label) => renamed.includes(label));
  if (kept.length < renamed.length || kept.some((label, at) => label !== renamed[at])) {
    const gone = renamed.filter((label) => !wanted.includes(label));
    const what = gone.length > 0 ? `loses ${gone.join(', ')}` : 'has its values in another order';
    return [
      {
        kind: 'unsupported',
        object: keyOf(to),
        message: `The enum ${displayName(to.name)} ${what}; PostgreSQL can only add and rename values.`,
        help: 'Keep the value and forbid it by a CHECK on the columns that use it, or move these columns to text with `one_of`.',
      },
    ];
  }
  return [
    ...renames.map((rename): Change => ({ kind: 'renameEnumValue', enum: to.name, ...rename })),
    ...addedValues(to, renamed),
  ];
}

/** Each new value is placed after its predecessor, which is there by then; the first before what follows it. */
function addedValues(to: EnumDef, present: readonly string[]): readonly Change[] {
  const wanted = to.values.map((value) => value.label);
  const lastPresent = wanted.findLastIndex((label) => present.includes(label));
  return wanted.flatMap((label, at): readonly Change[] => {
    if (present.includes(label)) return [];
    const previous = wanted[at - 1];
    const first = wanted.find((other) => present.includes(other));
    const place =
      at > lastPresent
        ? ({ kind: 'end' } as const)
        : previous !== undefined
          ? ({ kind: 'after', label: previous } as const)
          : ({ kind: 'before', label: first ?? label } as const);
    return [{ kind: 'addEnumValue', enum: to.name, label, place }];
  });
}

const ENUM_FACETS: Facets<EnumDef, null> = {
  kind: noChange,
  name: noChange,
  values: diffEnumValues,
  comment: (from, to) => diffComment({ kind: 'enum', name: to.name }, from.comment, to.comment),
};

export function diffEnum(from: EnumDef, to: EnumDef): readonly Change[] {
  return runFacets(ENUM_FACETS, from, to, null);
}

const DOMAIN_FACETS: Facets<DomainDef, null> = {
  kind: noChange,
  name: noChange,
  type: (from, to) =>
    sameType(from.type, to.type)
      ? []
      : [
          {
            kind: 'unsupported',
            object: keyOf(to),
            message: `The domain ${displayName(to.name)} changes from ${displayType(from.type)} to ${displayType(to.type)}; PostgreSQL cannot change the type of a domain.`,
            help: 'Make a domain with another name and move the columns to it.',
          },
        ],
  collation: (_from, to) => [
    {
      kind: 'unsupported',
      object: keyOf(to),
      message: `The domain ${displayName(to.name)} changes its collation; PostgreSQL cannot do that in place.`,
      help: 'Make a domain with another name and move the columns to it.',
    },
  ],
  nullable: (_from, to) => [{ kind: 'setDomainNullable', domain: to.name, nullable: to.nullable }],
  default: (_from, to) => [{ kind: 'setDomainDefault', domain: to.name, default: to.default }],
  checks: (from, to) => {
    const { removed, added, kept } = matchByName(from.checks, to.checks);
    const changed = kept.filter((pair) => pair.from.expr !== pair.to.expr);
    const drops = [...removed, ...changed.map((pair) => pair.from)];
    const adds = [...added, ...changed.map((pair) => pair.to)];
    return [
      ...drops.map((check): Change => ({ kind: 'dropDomainCheck', domain: to.name, check })),
      ...adds.map((check): Change => ({ kind: 'addDomainCheck', domain: to.name, check })),
    ];
  },
  comment: (from, to) => diffComment({ kind: 'domain', name: to.name }, from.comment, to.comment),
};

export function diffDomain(from: DomainDef, to: DomainDef): readonly Change[] {
  return runFacets(DOMAIN_FACETS, from, to, null);
}
