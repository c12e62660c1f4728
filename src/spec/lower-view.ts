/** Views, and the sums over hypertables that are views where nothing keeps them up to date. */
import type { AccessWord } from '../model/info.ts';
import { intervalText } from '../model/interval.ts';
import type { Continuous, Expr, Grant, Interval, View } from '../model/model.ts';
import type { Ident } from '../model/name.ts';
import type { Roles } from '../target/target.ts';
import { quoteIdent, quoteLiteral } from '../text/quote.ts';
import { lowerInterval } from './lower-storage.ts';
import { lowerGrants, lowerSql } from './lower-values.ts';
import type { RawContinuous } from './raw.ts';
import {
  type DeclaredTable,
  findDeclaredTable,
  hasColumn,
  keyAt,
  type Scope,
  type SpecDocument,
  valueAt,
} from './scope.ts';

/** Where TimescaleDB starts to count: a Monday, so that weeks begin on Mondays. */
const ORIGIN = "timestamptz '2000-01-03 00:00:00+00'";

function bucketOf(time: string, width: Interval, isContinuous: boolean): Expr {
  const column = quoteIdent(time);
  const step = `interval ${quoteLiteral(intervalText(width))}`;
  if (isContinuous) return `time_bucket(${step}, ${column})`;
  return width.unit === 'month' ? `date_trunc('month', ${column}, 'UTC')` : `date_bin(${step}, ${column}, ${ORIGIN})`;
}

function queryOf(raw: RawContinuous, table: DeclaredTable, width: Interval, isContinuous: boolean): Expr {
  const bucket = bucketOf(raw.bucket.time, width, isContinuous);
  const groups = [bucket, ...(raw.by ?? []).map(quoteIdent)];
  const measures = Object.entries(raw.measures).map(([name, sql]) => `${lowerSql(sql)} as ${quoteIdent(name)}`);
  const columns = [`${bucket} as bucket`, ...groups.slice(1), ...measures];
  return [
    `select\n  ${columns.join(',\n  ')}`,
    `from ${quoteIdent(table.name.schema)}.${quoteIdent(table.name.name)}`,
    ...(raw.where === undefined ? [] : [`where ${lowerSql(raw.where)}`]),
    `group by ${groups.join(', ')}`,
  ].join('\n');
}

function checkColumns(document: SpecDocument<'view'>, raw: RawContinuous, table: DeclaredTable, scope: Scope): boolean {
  const named = [
    hasColumn(table, raw.bucket.time, valueAt(document, 'continuous', 'bucket', 'time'), scope),
    ...(raw.by ?? []).map((column, at) => hasColumn(table, column, valueAt(document, 'continuous', 'by', at), scope)),
  ];
  return named.every(Boolean);
}

/** Both editions count months from the same day, but only single ones have a function everywhere. */
function lowerWidth(document: SpecDocument<'view'>, raw: RawContinuous, scope: Scope): Interval | null {
  const width = lowerInterval(raw.bucket.width);
  if (width.unit !== 'month' || width.count === 1) return width;
  const message = 'A bucket is one month, or a number of days, hours or minutes.';
  scope.problems.report('bad-interval', valueAt(document, 'continuous', 'bucket', 'width'), message, {
    help: 'write `1 month`, and sum up months where the view is read.',
  });
  return null;
}

function lowerContinuous(
  document: SpecDocument<'view'>,
  raw: RawContinuous,
  scope: Scope,
): Pick<View, 'query' | 'continuous'> | null {
  const table = findDeclaredTable(raw.of, valueAt(document, 'continuous', 'of'), scope);
  const width = lowerWidth(document, raw, scope);
  if (table === null || width === null || !checkColumns(document, raw, table, scope)) return null;
  const { start, end, every } = raw.refresh;
  const continuous: Continuous = {
    of: table.name,
    refresh: { start: lowerInterval(start), end: lowerInterval(end), every: lowerInterval(every) },
    keep: raw.keep === undefined ? null : lowerInterval(raw.keep),
  };
  // A development database has plain tables, and nothing is kept of them.
  const isContinuous = scope.target.timeSeries === 'timescale-community' && scope.target.profile === 'production';
  return { query: queryOf(raw, table, width, isContinuous), continuous: isContinuous ? continuous : null };
}

/** Roles that the words mean, the service apart from people. */
function readersOf(
  words: readonly AccessWord[],
  roles: Roles | null,
): { readonly people: readonly Grant[]; readonly service: readonly Grant[] } {
  if (roles === null) return { people: [], service: [] };
  const select = (role: Ident): Grant => ({ role, privilege: 'select', columns: null, grantable: false });
  const has = (word: AccessWord) => words.includes(word);
  return {
    people: [
      ...(has('anyone') ? [roles.anonymous] : []),
      ...(has('anyone') || has('members') ? [roles.member] : []),
      ...(has('staff') ? [roles.staff] : []),
    ].map(select),
    service: has('service') ? [select(roles.service)] : [],
  };
}

/** @returns `null`, with a problem reported, when the document does not say what is seen. */
export function lowerView(document: SpecDocument<'view'>, scope: Scope): View | null {
  const { raw, name } = document;
  if ((raw.query === undefined) === (raw.continuous === undefined)) {
    const isMissing = raw.query === undefined;
    scope.problems.report(
      isMissing ? 'missing-key' : 'conflicting-keys',
      isMissing ? keyAt(document, 'view') : keyAt(document, 'continuous'),
      'A view has either `query` or `continuous`.',
      { help: isMissing ? 'write the SELECT under `query`.' : 'leave one of them out.' },
    );
    return null;
  }
  const shown =
    raw.continuous === undefined
      ? { query: lowerSql(raw.query ?? '').replace(/;\s*$/, ''), continuous: null }
      : lowerContinuous(document, raw.continuous, scope);
  if (shown === null) return null;
  // Whoever reads a continuous aggregate reads what it has kept; it has no way to ask for rights on the rows.
  const isInvoker = shown.continuous === null && (raw.security_invoker ?? true);
  const { people, service } = readersOf(raw.read ?? [], scope.target.roles);
  const given = lowerGrants(raw.grants, 'view', (...path) => valueAt(document, 'grants', ...path), scope.problems);
  return {
    kind: 'view',
    name,
    query: shown.query,
    securityInvoker: isInvoker,
    securityBarrier: raw.security_barrier ?? false,
    continuous: shown.continuous,
    comment: raw.comment,
    grants: [...given, ...(isInvoker ? service : [...people, ...service])],
    callerGrants: isInvoker ? people : [],
  };
}
