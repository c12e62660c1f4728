/** Storage parameters of tables and indexes: `with (…)`, SET and RESET. */
import type { StorageParameters } from '../model/model.ts';
import { EMPTY, id, join, list, lit, raw, type Sql, sql, wrap } from './text.ts';

/** `toast.autovacuum_enabled` has a namespace before the dot. */
function parameterName(name: string): Sql {
  return join(name.split('.').map(id), '.');
}

function parameterValue(value: string): Sql {
  return /^(-?\d+(\.\d+)?|true|false|on|off)$/.test(value) ? raw(value) : lit(value);
}

function assignments(parameters: StorageParameters): Sql {
  return list(
    Object.entries(parameters).map(([name, value]) => sql`${parameterName(name)} = ${parameterValue(value)}`),
  );
}

/** `with (fillfactor = 80)`, or nothing. */
export function parameterList(parameters: StorageParameters): Sql {
  return wrap('with (', assignments(parameters), ')');
}

/** `fillfactor = 80`, the inside of the parentheses, for what stores it as text. */
export function parameterText(parameters: StorageParameters): string {
  return assignments(parameters);
}

/** @param target `alter table x` or `alter index x` */
export function setParameters(target: Sql, from: StorageParameters, to: StorageParameters): readonly Sql[] {
  const changed = Object.fromEntries(Object.entries(to).filter(([name, value]) => from[name] !== value));
  const text = assignments(changed);
  return text === EMPTY ? [] : [sql`${target} set (${text})`];
}

export function resetParameters(target: Sql, from: StorageParameters, to: StorageParameters): readonly Sql[] {
  const gone = Object.keys(from).filter((name) => !Object.hasOwn(to, name));
  return gone.length === 0 ? [] : [sql`${target} reset (${list(gone.map(parameterName))})`];
}
