/** Views. */
import type { View } from '../model/model.ts';
import { createContinuous } from './continuous.ts';
import { EMPTY, join, qualified, raw, type Sql, sql } from './text.ts';
import { atVersion, type VersionRange } from './version-range.ts';

/** `security_invoker` exists from PostgreSQL 15 on. */
const SECURITY_INVOKER_SINCE = 15;

export function createView(view: View, range: VersionRange): readonly Sql[] {
  if (view.continuous !== null) return createContinuous(view, view.continuous);
  const inline = view.securityInvoker && range.min >= SECURITY_INVOKER_SINCE;
  const options = [
    ...(view.securityBarrier ? ['security_barrier = true'] : []),
    ...(inline ? ['security_invoker = true'] : []),
  ];
  const withClause = raw(options.length === 0 ? '' : ` with (${options.join(', ')})`);
  const create = sql`create view ${qualified(view.name)}${withClause} as\n${raw(view.query)}`;
  return [create, ...(view.securityInvoker && !inline ? setInvoker(view, range) : [])];
}

function setInvoker(view: View, range: VersionRange): readonly Sql[] {
  const statement = sql`alter view ${qualified(view.name)} set (security_invoker = ${raw(String(view.securityInvoker))})`;
  return atVersion(range, [
    { since: 0, statement: EMPTY },
    { since: SECURITY_INVOKER_SINCE, statement },
  ]);
}

export function setViewOptions(from: View, to: View, range: VersionRange): readonly Sql[] {
  const barrier = sql`alter view ${qualified(to.name)} set (security_barrier = ${raw(String(to.securityBarrier))})`;
  return [
    ...(from.securityBarrier === to.securityBarrier ? [] : [barrier]),
    ...(from.securityInvoker === to.securityInvoker ? [] : setInvoker(to, range)),
  ];
}

export function dropView(view: View): Sql {
  return join([raw(view.continuous === null ? 'drop view' : 'drop materialized view'), qualified(view.name)], ' ');
}
