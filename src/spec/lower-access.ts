/** Who may do what: the words of `access:`, written policies, and how row security is set. */
import type { Access, AccessWord, OwnerPath, ParentRow, Participants } from '../model/info.ts';
import type { Policy, Storage, Table } from '../model/model.ts';
import { displayName, type Ident } from '../model/name.ts';
import { lowerSql } from './lower-values.ts';
import type { RawAccess } from './raw.ts';
import { findDeclaredTable, hasColumn, keyAt, valueAt } from './scope.ts';
import { hasColumns, type TableContext } from './table-context.ts';

function lowerPath(context: TableContext, raw: RawAccess['owner'], key: 'owner' | 'creator'): OwnerPath | null {
  const { document, scope, declared } = context;
  if (raw === undefined || raw === 'none') return null;
  if (typeof raw === 'string') {
    const isKnown = hasColumn(declared, raw, valueAt(document, 'access', key), scope);
    return isKnown ? { kind: 'column', column: raw } : null;
  }
  const row = lowerParentRow(context, raw, key);
  return row === null ? null : { kind: 'through', ...row };
}

function lowerParentRow(
  { document, scope, declared }: TableContext,
  raw: { readonly through: string; readonly parent: string },
  key: 'owner' | 'creator' | 'seen_with',
): ParentRow | null {
  const isKnown = hasColumn(declared, raw.through, valueAt(document, 'access', key, 'through'), scope);
  const parent = findDeclaredTable(raw.parent, valueAt(document, 'access', key, 'parent'), scope);
  return isKnown && parent !== null ? { column: raw.through, parent: displayName(parent.name) } : null;
}

const CREATOR: Ident = 'creator_id';

function lowerCreator(context: TableContext, raw: RawAccess['creator']): OwnerPath | null {
  if (raw === undefined) return context.columns.has(CREATOR) ? { kind: 'column', column: CREATOR } : null;
  return lowerPath(context, raw, 'creator');
}

function lowerParticipants(context: TableContext, raw: RawAccess['participants']): Participants | null {
  const { document, scope, declared } = context;
  if (raw === undefined) return null;
  const at = (key: string) => valueAt(document, 'access', 'participants', key);
  const through = findDeclaredTable(raw.through, at('through'), scope);
  const [[own = '', match = ''] = []] =
    typeof raw.match === 'string' ? [[raw.match, raw.match] as const] : Object.entries(raw.match);
  const known = [hasColumn(declared, own, at('match'), scope)];
  if (through === null) return null;
  known.push(hasColumn(through, match, at('match'), scope), hasColumn(through, raw.member, at('member'), scope));
  return known.every(Boolean) ? { through: displayName(through.name), own, match, member: raw.member } : null;
}

function conditionsOf(raw: RawAccess['when']): ReadonlyMap<AccessWord, string> {
  const entries = Object.entries(raw ?? {}) as readonly [AccessWord, string][];
  return new Map(entries.map(([word, sql]) => [word, lowerSql(sql)]));
}

export function lowerAccess(context: TableContext): Access {
  const { access } = context.document.raw;
  const { write } = access;
  hasColumns(context, access.parties ?? [], ['access', 'parties']);
  // A column that the target does not get needs no hiding, and the list is one for all targets.
  for (const key of ['hidden', 'fixed'] as const) {
    for (const [at, column] of (access[key] ?? []).entries()) {
      if (context.declared.absent.has(column)) continue;
      hasColumn(context.declared, column, valueAt(context.document, 'access', key, at), context.scope);
    }
  }
  return {
    owner: lowerPath(context, access.owner, 'owner'),
    parties: access.parties ?? [],
    participants: lowerParticipants(context, access.participants),
    creator: lowerCreator(context, access.creator),
    seenWith: access.seen_with === undefined ? null : lowerParentRow(context, access.seen_with, 'seen_with'),
    staff: access.staff ?? null,
    memberWhile: access.member_while === undefined ? null : lowerSql(access.member_while),
    words: {
      select: access.read,
      insert: access.insert ?? write,
      update: access.update ?? write,
      delete: access.delete ?? write,
    },
    when: conditionsOf(access.when),
    writeWhen: conditionsOf(access.write_when),
    hidden: new Set(access.hidden),
    fixed: new Set(access.fixed),
    note: access.note ?? null,
  };
}

export function lowerPolicies(context: TableContext): readonly Policy[] {
  return Object.entries(context.document.raw.policies ?? {}).map(([name, raw]) => {
    context.named.set(name, keyAt(context.document, 'policies', name));
    return {
      name,
      permissive: raw.restrictive !== true,
      command: raw.command,
      roles: [...new Set(raw.roles)].sort(),
      using: raw.using === undefined ? null : lowerSql(raw.using),
      check: raw.check === undefined ? null : lowerSql(raw.check),
      comment: null,
    };
  });
}

/** Row security is on unless the spec says otherwise; TimescaleDB's columnstore and row security exclude each other. */
export function lowerRowSecurity(context: TableContext, storage: Storage): Table['rowSecurity'] {
  const hasColumnstore = storage.kind === 'hypertable' && storage.columnstore !== null;
  return context.document.raw.row_security ?? (hasColumnstore ? 'off' : 'on');
}
