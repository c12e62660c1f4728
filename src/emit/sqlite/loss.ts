/** What a file for SQLite lacks. Every part of the Model is either in the file or counted here. */

export type LossKind =
  | 'check'
  | 'part of a check'
  | 'primary key'
  | 'unique constraint'
  | 'deferred unique constraint'
  | 'exclusion constraint'
  | 'foreign key'
  | 'index'
  | 'default'
  | 'generated column'
  | 'trigger'
  | 'policy'
  | 'view'
  | 'function'
  | 'sequence'
  | 'partitioned table'
  | 'row of reference data';

export interface Loss {
  readonly kind: LossKind;
  /** `null` for what belongs to no table. */
  readonly table: string | null;
  /** Of what is lost, and where it says more, why. */
  readonly what: string;
  readonly why: string;
}

/** Words for the head of the file: what has become of them. */
const WORDS: Readonly<Record<LossKind, readonly [one: string, many: string, fate: string]>> = {
  check: ['check', 'checks', 'not kept: functions and operators that SQLite does not have'],
  'part of a check': ['check', 'checks', 'kept in part: one condition of several joined by AND is left out'],
  'primary key': ['primary key', 'primary keys', 'not kept: over a column that is not computed'],
  'unique constraint': ['unique constraint', 'unique constraints', 'not kept'],
  'deferred unique constraint': [
    'unique constraint',
    'unique constraints',
    'checked at once, and not at the end of a statement or transaction',
  ],
  'exclusion constraint': ['exclusion constraint', 'exclusion constraints', 'not kept'],
  'foreign key': ['foreign key', 'foreign keys', 'not kept'],
  index: ['index', 'indexes', 'not kept: GIN, GiST and BRIN, and expressions that SQLite does not have'],
  default: ['default', 'defaults', 'not kept: give the column a value'],
  'generated column': ['generated column', 'generated columns', 'not computed: plain columns that may be NULL'],
  trigger: ['trigger', 'triggers', 'not kept: their rules are for the application to obey'],
  policy: ['policy', 'policies', 'not kept: SQLite has no users and no row-level security'],
  view: ['view', 'views', 'not kept'],
  function: ['function', 'functions', 'not kept: SQLite has none'],
  sequence: ['sequence', 'sequences', 'not kept'],
  'partitioned table': ['partitioned table', 'partitioned tables', 'kept whole, in one table'],
  'row of reference data': ['row of reference data', 'rows of reference data', 'not inserted'],
};

const SUFFIX: Partial<Readonly<Record<LossKind, string>>> = {
  'part of a check': ' (in part)',
  'deferred unique constraint': ' (checked at once)',
};

/** One line for each kind, in the order of the list above. */
export function lossLines(losses: readonly Loss[]): readonly string[] {
  return Object.entries(WORDS).flatMap(([kind, [one, many, fate]]) => {
    const { length } = losses.filter((loss) => loss.kind === kind);
    return length === 0 ? [] : [`${length} ${length === 1 ? one : many} ${fate}.`];
  });
}

/** For a table's comment: `Not here: check a, b; index c`. */
export function tableLosses(losses: readonly Loss[]): readonly string[] {
  return [...new Set(losses.map(({ kind }) => kind))].map((kind) => {
    const names = losses.filter((loss) => loss.kind === kind).map(({ what }) => what);
    const [one, many] = WORDS[kind];
    return `${names.length === 1 ? one : many}${SUFFIX[kind] ?? ''}: ${names.join(', ')}`;
  });
}
