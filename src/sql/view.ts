/** Views. */
import { SECURITY_INVOKER_SINCE } from '../model/for-version.ts';
import type { View } from '../model/model.ts';
import { createContinuous } from './continuous.ts';
import { join, qualified, raw, type Sql, sql } from './text.ts';
import { onlySince, type VersionRange } from './version-range.ts';

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
  return onlySince(range, SECURITY_INVOKER_SINCE, statement);
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
