/** Functions in SQL and PL/pgSQL with a body in text; everything else that pg_proc holds is listed in `unmodelled.ts`. */
import type { Attached, FunctionArg, FunctionDef } from '../model/model.ts';
import { qname } from '../model/name.ts';
import { catalogType } from './catalog-type.ts';
import type { GrantsOf } from './grants.ts';
import { type CatalogRow, cells } from './row.ts';
import { inManagedSchemas, notFromExtension } from './scope.ts';

/** What the Model can hold; `p` is pg_proc and `l` pg_language. */
export const MODELLED_FUNCTION = `p.prokind = 'f' and p.prosqlbody is null and l.lanname in ('sql', 'plpgsql')`;

export const FUNCTIONS_QUERY = `
select p.oid, n.nspname, p.proname, obj_description(p.oid, 'pg_proc'), pg_get_function_result(p.oid), l.lanname,
  p.provolatile, p.proisstrict, p.prosecdef, p.proparallel, p.proconfig, p.prosrc,
  coalesce(p.proargnames, '{}'), coalesce(p.proargmodes, '{}')::text[],
  array(
    select format_type(t.oid, null)
    from unnest(coalesce(p.proallargtypes, p.proargtypes::oid[])) with ordinality t (oid, n) order by t.n),
  case when p.pronargdefaults = 0 then '{}' else array(
    select pg_get_function_arg_default(p.oid, g.n)
    from generate_series(1, cardinality(coalesce(p.proallargtypes, p.proargtypes::oid[]))) g (n) order by g.n) end
from pg_proc p
join pg_namespace n on n.oid = p.pronamespace
join pg_language l on l.oid = p.prolang
where ${MODELLED_FUNCTION} and ${inManagedSchemas('p.pronamespace')} and ${notFromExtension('pg_proc', 'p.oid')}
order by n.nspname, p.proname, pg_get_function_identity_arguments(p.oid) collate "C"`;

/** @param attached triggers on tables that are not managed, by function oid */
export function buildFunctions(
  rows: readonly CatalogRow[],
  grantsOf: GrantsOf,
  attached: ReadonlyMap<string, readonly Attached[]>,
): readonly FunctionDef[] {
  return rows.map((row) => {
    const cell = cells(row);
    const oid = cell.text();
    const name = qname(cell.text(), cell.text());
    const [comment, returns, language] = [cell.textOrNull(), cell.text(), cell.text()];
    const [volatility, strict, definer, parallel] = [cell.text(), cell.flag(), cell.flag(), cell.text()];
    const [settings, text] = [cell.texts(), cell.text()];
    const args = buildArgs(cell.texts(), cell.texts(), cell.texts(), cell.textsOrNulls());
    return {
      kind: 'function',
      name,
      args,
      returns,
      language: language === 'sql' ? 'sql' : 'plpgsql',
      volatility: volatility === 'i' ? 'immutable' : volatility === 's' ? 'stable' : 'volatile',
      strict,
      security: definer ? 'definer' : 'invoker',
      parallel: parallel === 's' ? 'safe' : parallel === 'r' ? 'restricted' : 'unsafe',
      settings: Object.fromEntries(settings.map(setting)),
      body: { text, variants: [] },
      comment,
      grants: grantsOf('function', oid),
      attached: attached.get(oid) ?? [],
    };
  });
}

/** `SET search_path = ''` is kept as `search_path=""`, an empty name in a list. */
function setting(text: string): readonly [name: string, value: string] {
  const equals = text.indexOf('=');
  const value = text.slice(equals + 1);
  return [text.slice(0, equals), value === '""' ? '' : value];
}

const MODES: Readonly<Record<string, FunctionArg['mode']>> = { i: 'in', o: 'out', b: 'inout', v: 'variadic' };

/** Columns of RETURNS TABLE (mode `t`) are part of the result and no arguments. Without modes all are inputs. */
function buildArgs(
  names: readonly string[],
  modes: readonly string[],
  types: readonly string[],
  defaults: readonly (string | null)[],
): readonly FunctionArg[] {
  return types.flatMap((type, at) => {
    const mode = MODES[modes[at] ?? 'i'];
    if (mode === undefined) return [];
    return [{ name: names[at] || null, mode, type: catalogType(type), default: defaults[at] ?? null }];
  });
}
