/** Output that has to be right on several server versions at once. */
import { dollar, EMPTY, integer, join, raw, type Sql, sql } from './text.ts';

/** Major versions, both included. A live server is a range of one. */
export interface VersionRange {
  readonly min: number;
  readonly max: number;
}

export interface VersionedStatement {
  /** First major version that wants this statement; 0 for "any". */
  readonly since: number;
  /** Empty: nothing to do on these versions. */
  readonly statement: Sql;
}

/**
 * The statement for each version of the range: a plain one when the whole range wants the same, otherwise one DO block
 * that asks the server, newest first.
 */
export function atVersion(range: VersionRange, choices: readonly VersionedStatement[]): readonly Sql[] {
  const newestFirst = [...choices].filter((choice) => choice.since <= range.max).sort((a, b) => b.since - a.since);
  const oldest = newestFirst.findIndex((choice) => choice.since <= range.min);
  const wanted = oldest === -1 ? newestFirst : newestFirst.slice(0, oldest + 1);
  const [only] = wanted;
  if (only === undefined) return [];
  if (wanted.length === 1 && only.since <= range.min) return only.statement === EMPTY ? [] : [only.statement];
  const branches = wanted.map((choice, at) => {
    const condition =
      choice.since <= range.min
        ? raw('else')
        : sql`${raw(at === 0 ? 'if' : 'elsif')} current_setting('server_version_num')::integer >= ${integer(choice.since * 10_000)} then`;
    const action = choice.statement === EMPTY ? raw('null') : sql`execute ${dollar(choice.statement, 'sql')}`;
    return sql`  ${condition}\n    ${action};`;
  });
  const body = sql`\nbegin\n${join(branches, '\n')}\n  end if;\nend\n`;
  return [sql`do ${dollar(body, 'do')}`];
}

/** A statement that older servers of the range go without. */
export function onlySince(range: VersionRange, since: number, statement: Sql): readonly Sql[] {
  return atVersion(
    range,
    [
      { since: 0, statement: EMPTY },
      { since, statement },
    ].slice(since === 0 ? 1 : 0),
  );
}
