/**
 * What the SQL editor of Supabase asks about before it runs a text, told by regular expressions over the whole of it. Written
 * anew after two stages of the editor's source: the one that looks into function bodies, and the one of 2026 that leaves them
 * out of the question about tables but looks at what EXECUTE is given. A text has to pass both.
 */

export interface EditorWarning {
  readonly kind: 'destructive' | 'update without where' | 'connections' | 'no row level security';
  /** What the editor stumbles over: a table, or the text around the place. */
  readonly at: string;
}

const GOES = String.raw`(?:(?:drop|delete|truncate)\b|alter\s+table[^;]*\bdrop\s+column\b)`;

const DESTRUCTIVE: readonly RegExp[] = [
  /(?:^|;)\s*(?:drop|delete|truncate)\s/i,
  /(?:^|;)\s*alter\s+table\s[\s\S]*?\sdrop\s+column\s/i,
  new RegExp(String.raw`execute\s+(?:format\s*\([^)]*\)\s*\|\||[^;]*['"])\s*${GOES}`, 'i'),
  new RegExp(String.raw`execute\s+format\s*\([^)]*['"]\s*${GOES}`, 'i'),
  new RegExp(String.raw`execute\s+\$\w*\$\s*${GOES}`, 'i'),
  new RegExp(String.raw`execute\s+concat(?:_ws)?\s*\([^)]*\b${GOES}`, 'i'),
];

function withoutComments(text: string): string {
  return text.replace(/--.*$/gm, '').replace(/\/\*[\s\S]*?\*\//g, '');
}

function around(text: string, at: number): string {
  return text.slice(Math.max(0, at - 60), at + 100);
}

function destructive(text: string): readonly EditorWarning[] {
  const bare = withoutComments(text);
  return DESTRUCTIVE.flatMap((expression): readonly EditorWarning[] => {
    const found = expression.exec(bare);
    return found === null ? [] : [{ kind: 'destructive', at: around(bare, found.index + found[0].length - 40) }];
  });
}

/** Comments stay in here, and a semicolon in a string ends a statement. */
function updatesWithoutWhere(text: string): readonly EditorWarning[] {
  return text
    .split(';')
    .filter((piece) => /^\s*update\s+[\w."]+\s+set\s/i.test(piece))
    .filter((piece) => !/where\s/i.test(piece.replace(/'(?:''|[^'])*'/g, "''").replace(/"(?:""|[^"])*"/g, '""')))
    .map((piece): EditorWarning => ({ kind: 'update without where', at: piece.trim().slice(0, 160) }));
}

function connections(text: string): readonly EditorWarning[] {
  const found = /alter\s+database\s+\S+\s+(?:connection\s+limit\s+0|allow_connections\s+false)/i.exec(text);
  return found === null ? [] : [{ kind: 'connections', at: found[0] }];
}

const TABLE = String.raw`((?:"[^"]+"|\w+)\.)?("(?:[^"]|"")+"|[\w"]+)`;

/** In this order; the first that is found decides what a statement is. */
const EVENTS: readonly (readonly ['created' | 'filled' | 'secured', RegExp])[] = [
  ['created', new RegExp(String.raw`create\s+table\s+(?:if\s+not\s+exists\s+)?${TABLE}`, 'i')],
  ['created', new RegExp(String.raw`create\s+temp(?:orary)?\s+table\s+(?:if\s+not\s+exists\s+)?${TABLE}`, 'i')],
  ['created', new RegExp(String.raw`create\s+unlogged\s+table\s+(?:if\s+not\s+exists\s+)?${TABLE}`, 'i')],
  ['created', new RegExp(String.raw`select\s+.*?\s+into\s+${TABLE}`, 'is')],
  ['filled', new RegExp(String.raw`insert\s+into\s+${TABLE}`, 'i')],
  ['filled', new RegExp(String.raw`copy\s+${TABLE}\s+from`, 'i')],
  // Without the flag that lets the dot match a line break.
  ['secured', new RegExp(String.raw`alter\s+table\s+${TABLE}.*?enable\s+row\s+level\s+security`, 'i')],
];

const TOKENS = /'(?:[^']|'')*'|"(?:[^"]|"")*"|\$\w*\$[\s\S]*?\$\w*\$|;|[^'"$;]+/g;

function splitStatements(text: string): readonly string[] {
  const statements: string[] = [''];
  for (const token of text.match(TOKENS) ?? []) {
    if (token === ';') statements.push('');
    else statements.push(`${statements.pop() ?? ''}${token}`);
  }
  return statements;
}

/** @param bodies whether what stands between dollars is looked at */
function tablesWithoutRowSecurity(text: string, bodies: 'looked at' | 'left out'): readonly string[] {
  const seen = bodies === 'left out' ? text.replace(/(\$\w*\$)[\s\S]*?\1/g, '$1$1') : text;
  const created = new Set<string>();
  const secured = new Set<string>();
  for (const statement of splitStatements(withoutComments(seen))) {
    for (const [event, expression] of EVENTS) {
      const found = expression.exec(statement);
      if (found === null) continue;
      // Upper and lower case are different, and so is a name with its schema and without.
      const name = `${found[1] ?? ''}${found[2] ?? ''}`.replace(/["'`]/g, '');
      if (event === 'created') created.add(name);
      if (event === 'secured') secured.add(name);
      break;
    }
  }
  return [...created].filter((name) => !secured.has(name));
}

/** Everything that the editor would ask about; empty for a text that it runs at once. */
export function editorWarnings(text: string): readonly EditorWarning[] {
  const tables = [
    ...new Set([...tablesWithoutRowSecurity(text, 'looked at'), ...tablesWithoutRowSecurity(text, 'left out')]),
  ];
  return [
    ...destructive(text),
    ...updatesWithoutWhere(text),
    ...connections(text),
    ...tables.map((at): EditorWarning => ({ kind: 'no row level security', at })),
  ];
}
