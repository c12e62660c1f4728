/** How every session that runs our statements is set up, in a file, in apply and where expressions are spelled. */
import type { Ident } from '../model/name.ts';
import { id, list, type Sql, sql } from '../sql/text.ts';

/** Where nothing else is said: a database whose extensions live in `public`. */
const PUBLIC: readonly Ident[] = ['public'];

/** Any number will do, as long as no other program locks it: the first eight bytes of "boyfanz-schema" as a bigint. */
export const LOCK_KEY = '7093850862049257326';

/** Schemas as SET takes them. One that is not there does no harm. */
export function searchPathSql(searchPath: readonly Ident[] = PUBLIC): Sql {
  return list(searchPath.map(id));
}

/**
 * @param searchPath of the target: operator classes and functions of extensions are written without their schema
 */
export function sessionSettings(searchPath?: readonly Ident[]): readonly Sql[] {
  return [
    sql`set client_min_messages = warning`,
    sql`set check_function_bodies = off`,
    sql`set search_path = ${searchPathSql(searchPath)}`,
  ];
}

/** The same until the end of the transaction: safe behind a pooler. */
export function localSettings(searchPath?: readonly Ident[]): readonly string[] {
  return sessionSettings(searchPath).map((setting) => setting.replace(/^set /, 'set local '));
}
