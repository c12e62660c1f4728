/** Who may do what: the words of `access:`, written policies, and how row security is set. */
import type { Access, OwnerPath } from '../model/info.ts';
import type { Policy, Storage, Table } from '../model/model.ts';
import { displayName } from '../model/name.ts';
import { lowerSql } from './lower-values.ts';
import type { RawAccess } from './raw.ts';
import { findDeclaredTable, hasColumn, keyAt, valueAt } from './scope.ts';
import type { TableContext } from './table-context.ts';

function lowerOwner(context: TableContext, raw: RawAccess['owner']): OwnerPath | null {
  const { document, scope, declared } = context;
  if (raw === undefined || raw === 'none') return null;
  if (typeof raw === 'string') {
    const isKnown = hasColumn(declared, raw, valueAt(document, 'access', 'owner'), scope);
    return isKnown ? { kind: 'column', column: raw } : null;
  }
  const isKnown = hasColumn(declared, raw.through, valueAt(document, 'access', 'owner', 'through'), scope);
  const parent = findDeclaredTable(raw.parent, valueAt(document, 'access', 'owner', 'parent'), scope);
  return isKnown && parent !== null ? { kind: 'through', column: raw.through, parent: displayName(parent.name) } : null;
}

function lowerParticipants(context: TableContext, raw: RawAccess['participants']): Access['participants'] {
  const { document, scope, declared } = context;
  if (raw === undefined) return null;
  const at = (key: string) => valueAt(document, 'access', 'participants', key);
  const through = findDeclaredTable(raw.through, at('through'), scope);
  const known = [hasColumn(declared, raw.match, at('match'), scope)];
  if (through === null) return null;
  known.push(hasColumn(through, raw.match, at('match'), scope), hasColumn(through, raw.member, at('member'), scope));
  return known.every(Boolean) ? { ...raw, through: displayName(through.name) } : null;
}

export function lowerAccess(context: TableContext): Access {
  const { access } = context.document.raw;
  return {
    owner: lowerOwner(context, access.owner),
    participants: lowerParticipants(context, access.participants),
    read: access.read,
    write: access.write,
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
