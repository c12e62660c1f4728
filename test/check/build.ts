/** Small Models by hand: the parts that a test names, and the usual for everything else. */
import type { RuleContext } from '../../src/check/rule.ts';
import type { Access, AccessWord, Info, TableInfo } from '../../src/model/info.ts';
import { keyOf, modelOf } from '../../src/model/keys.ts';
import type {
  Check,
  Column,
  DomainDef,
  EnumDef,
  Exclusion,
  ForeignKey,
  FunctionDef,
  Heap,
  Hypertable,
  Index,
  IndexKey,
  Partitioned,
  Policy,
  PrimaryKey,
  SchemaObject,
  SequenceDef,
  SequenceOptions,
  Table,
  Trigger,
  Unique,
  View,
} from '../../src/model/model.ts';
import { type Ident, qname } from '../../src/model/name.ts';
import { parseType } from '../../src/model/type.ts';
import { TARGETS } from '../../src/target/list.ts';
import type { Target } from '../../src/target/target.ts';
import { NO_ORIGINS } from '../../src/text/origins.ts';

/** `text`, `text?` for a nullable one. A type that is not built in belongs to public unless it is a serial. */
export function column(name: Ident, type: string, parts: Partial<Column> = {}): Column {
  const parsed = parseType(type.replace(/\?$/, ''));
  if (parsed === null) throw new Error(`Not a type: ${type}`);
  const isOurs = /^(citext|geography|mood|amount_domain|minor_domain)$/.test(parsed.name);
  return {
    name,
    type: isOurs ? { ...parsed, schema: 'public' } : parsed,
    nullable: type.endsWith('?'),
    value: { kind: 'none' },
    collation: null,
    comment: null,
    renamedFrom: null,
    ...parts,
  };
}

const unnamed = { comment: null, renamedFrom: null } as const;

export function primaryKey(columns: readonly Ident[], name = 't_pkey'): PrimaryKey {
  return { kind: 'primaryKey', name, columns, include: [], deferrable: 'not deferrable', ...unnamed };
}

export function unique(columns: readonly Ident[], parts: Partial<Unique> = {}): Unique {
  const name = `${columns.join('_')}_key`;
  return {
    kind: 'unique',
    name,
    columns,
    include: [],
    nullsNotDistinct: false,
    deferrable: 'not deferrable',
    ...unnamed,
    ...parts,
  };
}

export function check(name: Ident, expr: string): Check {
  return { kind: 'check', name, expr, noInherit: false, validated: true, ...unnamed };
}

/** `exclusion('no_overlap', ['room_id =', 'during &&'])` */
export function exclusion(name: Ident, elements: readonly string[], parts: Partial<Exclusion> = {}): Exclusion {
  return {
    kind: 'exclusion',
    name,
    method: 'gist',
    elements: elements.map((element) => {
      const [columnName = '', operator = '='] = element.split(' ');
      return { key: { kind: 'column', column: columnName }, opclass: null, operator };
    }),
    where: null,
    deferrable: 'not deferrable',
    ...unnamed,
    ...parts,
  };
}

/** `foreignKey(['user_id'], 'users')`: to the column id, on delete restrict. */
export function foreignKey(columns: readonly Ident[], target: Ident, parts: Partial<ForeignKey> = {}): ForeignKey {
  return {
    kind: 'foreignKey',
    name: `${columns.join('_')}_fkey`,
    columns,
    target: qname('public', target),
    targetColumns: ['id'],
    onDelete: { kind: 'restrict' },
    onUpdate: { kind: 'no action' },
    match: 'simple',
    deferrable: 'not deferrable',
    validated: true,
    ...unnamed,
    ...parts,
  };
}

/** `a`, `a desc`, or an expression in parentheses. */
function indexKey(text: string): IndexKey {
  const [name = '', direction] = text.startsWith('(') ? [text] : text.split(' ');
  const descending = direction === 'desc';
  return {
    key: name.startsWith('(') ? { kind: 'expression', expr: name.slice(1, -1) } : { kind: 'column', column: name },
    opclass: null,
    collation: null,
    direction: descending ? 'desc' : 'asc',
    nulls: descending ? 'first' : 'last',
  };
}

export function index(keys: readonly string[], parts: Partial<Index> = {}): Index {
  return {
    name: `${keys.map((key) => key.replace(/\W+/g, '_')).join('_')}_idx`,
    unique: false,
    method: 'btree',
    keys: keys.map(indexKey),
    include: [],
    where: null,
    nullsNotDistinct: false,
    parameters: {},
    ...unnamed,
    ...parts,
  };
}

export function withOpclass(built: Index, opclass: Ident): Index {
  return { ...built, keys: built.keys.map((key) => ({ ...key, opclass })) };
}

export function trigger(name: Ident, functionName: Ident, parts: Partial<Trigger> = {}): Trigger {
  return {
    name,
    timing: 'before',
    events: ['update'],
    updateOf: [],
    level: 'row',
    when: null,
    function: qname('public', functionName),
    args: [],
    constraint: null,
    oldTable: null,
    newTable: null,
    enabled: 'origin',
    comment: null,
    ...parts,
  };
}

export function policy(name: Ident): Policy {
  return { name, permissive: true, command: 'all', roles: ['service'], using: 'true', check: 'true', comment: null };
}

const HEAP: Heap = { kind: 'heap', unlogged: false, parameters: {} };

export function hashParts(key: readonly Ident[], names: readonly Ident[] = []): Partitioned {
  const partitions = names.map((name, at) => ({
    name: qname('public', name),
    bound: { kind: 'hash' as const, modulus: names.length, remainder: at },
  }));
  return { kind: 'partitioned', by: 'hash', key, parts: { kind: 'fixed', partitions }, parameters: {} };
}

export function rolling(key: Ident, keepMonths: number | null = 12, overflow = true): Partitioned {
  const keep = keepMonths === null ? null : ({ count: keepMonths, unit: 'month' } as const);
  return {
    kind: 'partitioned',
    by: 'range',
    key: [key],
    parts: { kind: 'rolling', rolling: { every: { count: 1, unit: 'month' }, ahead: 3, keep, overflow } },
    parameters: {},
  };
}

export function hypertable(time: Ident, parts: Partial<Hypertable> = {}): Hypertable {
  return {
    kind: 'hypertable',
    time,
    chunk: { count: 7, unit: 'day' },
    keep: { after: { count: 24, unit: 'month' }, by: 'policy' },
    columnstore: null,
    parameters: {},
    ...parts,
  };
}

/** The constraint and index names of a table's parts get no prefix: tests name what they compare. */
export interface TableParts extends Partial<Omit<Table, 'kind' | 'name' | 'columns'>> {
  readonly columns?: Readonly<Record<Ident, string | Column>>;
  /** Added to the primary key. */
  readonly with?: Table['constraints'];
}

/** A sound table with the primary key `id uuid`, which `columns` may go on from. */
export function table(name: Ident, parts: TableParts = {}): Table {
  const { columns = {}, with: added = [], ...rest } = parts;
  return {
    kind: 'table',
    name: qname('public', name),
    comment: `One row of ${name}.`,
    columns: Object.entries({ id: 'uuid', ...columns }).map(([columnName, built]) =>
      typeof built === 'string' ? column(columnName, built) : built,
    ),
    constraints: [primaryKey(['id'], `${name}_pkey`), ...added],
    indexes: [],
    storage: HEAP,
    rowSecurity: 'on',
    policies: [],
    grants: [],
    triggers: [],
    replicaIdentity: { kind: 'default' },
    renamedFrom: null,
    ...rest,
  };
}

export function fn(name: Ident, parts: Partial<FunctionDef> = {}): FunctionDef {
  return {
    kind: 'function',
    name: qname('public', name),
    args: [],
    returns: 'trigger',
    language: 'plpgsql',
    volatility: 'volatile',
    strict: false,
    security: 'invoker',
    parallel: 'unsafe',
    settings: { search_path: '' },
    body: { text: 'begin return new; end', variants: [] },
    comment: null,
    grants: [],
    attached: [],
    ...parts,
  };
}

export function domain(name: Ident, type: string): DomainDef {
  const base = column(name, type).type;
  return {
    kind: 'domain',
    name: qname('public', name),
    type: base,
    collation: null,
    nullable: true,
    default: null,
    checks: [],
    comment: null,
  };
}

export function enumType(name: Ident): EnumDef {
  return { kind: 'enum', name: qname('public', name), values: [{ label: 'a', renamedFrom: null }], comment: null };
}

export function view(name: Ident): View {
  return {
    kind: 'view',
    name: qname('public', name),
    query: 'select 1',
    securityInvoker: true,
    securityBarrier: false,
    continuous: null,
    comment: null,
    grants: [],
    callerGrants: [],
  };
}

export function continuousView(name: Ident, of: Ident): View {
  const hour = { count: 1, unit: 'hour' } as const;
  const refresh = { start: { count: 3, unit: 'day' }, end: hour, every: hour } as const;
  return { ...view(name), securityInvoker: false, continuous: { of: qname('public', of), refresh, keep: null } };
}

export const SEQUENCE_OPTIONS: SequenceOptions = {
  type: 'bigint',
  start: '1',
  increment: '1',
  min: '1',
  max: '9223372036854775807',
  cache: '1',
  cycle: false,
};

export function sequence(name: Ident, ownedBy: SequenceDef['ownedBy'] = null): SequenceDef {
  return {
    kind: 'sequence',
    name: qname('public', name),
    options: SEQUENCE_OPTIONS,
    ownedBy,
    comment: null,
    grants: [],
  };
}

interface AccessParts extends Partial<Access> {
  readonly read?: readonly AccessWord[];
  readonly write?: readonly AccessWord[];
}

export function access({ read = ['staff'], write = ['service'], ...parts }: AccessParts = {}): Access {
  return {
    owner: null,
    parties: [],
    participants: null,
    creator: null,
    seenWith: null,
    staff: null,
    memberWhile: null,
    words: { select: read, insert: write, update: write, delete: write },
    when: new Map(),
    writeWhen: new Map(),
    hidden: new Set(),
    fixed: new Set(),
    note: null,
    ...parts,
  };
}

export function info(parts: Partial<TableInfo> = {}): TableInfo {
  return {
    section: '01-core-user-management',
    file: 'specs/01-core-user-management/t.yaml',
    access: access(),
    volume: 1000,
    pii: new Map(),
    softReferences: new Map(),
    derivedIndexes: new Set(),
    allow: new Map(),
    retention: null,
    scale: { placement: { kind: 'local' }, drops: new Map() },
    erasure: { domain: null, keep: null, people: new Map() },
    ...parts,
  };
}

export interface Situation {
  readonly objects: readonly SchemaObject[];
  /** By table name; tables without one get the usual. */
  readonly info?: Readonly<Record<Ident, Partial<TableInfo>>>;
  readonly target?: Target;
  /** The table of people, where erasure is looked at. */
  readonly people?: Ident;
}

export function contextOf({ objects, info: parts = {}, target = TARGETS.timescale, people }: Situation): RuleContext {
  const infos: Info = new Map(
    objects.flatMap((object) =>
      object.kind === 'table' ? [[keyOf(object), info(parts[object.name.name])] as const] : [],
    ),
  );
  const erasure = people === undefined ? null : { people: qname('public', people), domains: new Map() };
  return { model: modelOf(objects), info: infos, origins: NO_ORIGINS, target, project: { erasure } };
}
