/** Sequences and the sequence options of identity columns. */
import type { SequenceDef, SequenceOptions } from '../model/model.ts';
import { EMPTY, id, join, lit, qualified, raw, type Sql, sql, wrap } from './text.ts';

const MAXIMA = { smallint: '32767', integer: '2147483647', bigint: '9223372036854775807' } as const;
const MINIMA = { smallint: '-32768', integer: '-2147483648', bigint: '-9223372036854775808' } as const;

/** What PostgreSQL fills in when nothing is said; descending sequences start at the top. */
export function defaultSequenceOptions(
  type: SequenceOptions['type'],
  increment: SequenceOptions['increment'] = '1',
): SequenceOptions {
  const down = increment.startsWith('-');
  const min = down ? MINIMA[type] : '1';
  const max = down ? '-1' : MAXIMA[type];
  return { type, increment, min, max, start: down ? max : min, cache: '1', cycle: false };
}

/** @throws on text that is not a whole number. */
function whole(value: string): Sql {
  if (!/^-?\d+$/.test(value)) throw new Error(`Not a whole number: ${JSON.stringify(value)}`);
  return raw(value);
}

function optionClauses(from: SequenceOptions, to: SequenceOptions, prefix: string): readonly Sql[] {
  const clause = (changed: boolean, text: Sql): Sql => (changed ? sql`${raw(prefix)}${text}` : EMPTY);
  return [
    clause(from.increment !== to.increment, sql`increment by ${whole(to.increment)}`),
    clause(from.min !== to.min, sql`minvalue ${whole(to.min)}`),
    clause(from.max !== to.max, sql`maxvalue ${whole(to.max)}`),
    clause(from.start !== to.start, sql`start with ${whole(to.start)}`),
    clause(from.cache !== to.cache, sql`cache ${whole(to.cache)}`),
    clause(from.cycle !== to.cycle, raw(to.cycle ? 'cycle' : 'no cycle')),
  ];
}

/** What PostgreSQL makes of the type, direction and bounds when nothing else is said. */
function impliedOptions({ type, increment, min, max }: SequenceOptions): SequenceOptions {
  const start = increment.startsWith('-') ? max : min;
  return { ...defaultSequenceOptions(type, increment), increment: '1', start };
}

/** ` (start with 100)`, or nothing when all is as PostgreSQL would choose. */
export function identityOptions(options: SequenceOptions): Sql {
  return wrap(' (', join(optionClauses(impliedOptions(options), options, ''), ' '), ')');
}

/** `set increment by 2 set cache 10`: the form ALTER COLUMN takes for an identity column. */
export function setIdentityOptions(from: SequenceOptions, to: SequenceOptions): Sql {
  return join([...optionClauses(from, to, 'set '), restart(from, to)], ' ');
}

/** No value of the old bounds is one of the new ones, and the server takes no bounds that the current value is outside of. */
function restart(from: SequenceOptions, to: SequenceOptions): Sql {
  const isApart = BigInt(to.min) > BigInt(from.max) || BigInt(to.max) < BigInt(from.min);
  return raw(isApart ? 'restart' : '');
}

/**
 * Takes a sequence on to the near end of its new bounds where it has not come that far: the server would refuse them. It is
 * never taken back, which would give out numbers twice.
 *
 * @param sequence its name as an SQL expression
 */
export function catchUp(sequence: Sql, from: SequenceOptions, to: SequenceOptions): readonly Sql[] {
  const isDescending = to.increment.startsWith('-');
  const isBehind = isDescending ? BigInt(to.max) < BigInt(from.max) : BigInt(to.min) > BigInt(from.min);
  if (!isBehind || restart(from, to) !== EMPTY) return [];
  const end = whole(isDescending ? to.max : to.min);
  const current = sql`coalesce(pg_sequence_last_value(${sequence}), ${whole(from.start)})`;
  return [sql`select setval(${sequence}, ${end}, false) where ${current} ${raw(isDescending ? '>' : '<')} ${end}`];
}

export function createSequence(sequence: SequenceDef): Sql {
  const { options } = sequence;
  const clauses = optionClauses(impliedOptions(options), options, '');
  return sql`create sequence ${qualified(sequence.name)} as ${raw(options.type)}${wrap(' ', join(clauses, ' '))}`;
}

/** The current value stays wherever it can. */
export function alterSequence(from: SequenceDef, to: SequenceDef): readonly Sql[] {
  const type = from.options.type === to.options.type ? EMPTY : sql`as ${raw(to.options.type)}`;
  const clauses = [type, ...optionClauses(from.options, to.options, ''), restart(from.options, to.options)];
  return [
    ...catchUp(sql`${lit(qualified(to.name))}::regclass`, from.options, to.options),
    sql`alter sequence ${qualified(to.name)} ${join(clauses, ' ')}`,
  ];
}

export function setSequenceOwner(sequence: SequenceDef['name'], ownedBy: SequenceDef['ownedBy']): Sql {
  const owner = ownedBy === null ? raw('none') : sql`${qualified(ownedBy.table)}.${id(ownedBy.column)}`;
  return sql`alter sequence ${qualified(sequence)} owned by ${owner}`;
}
