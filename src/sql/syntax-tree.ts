/** SQL text → the tree of PostgreSQL's own parser (libpg-query), and how to look into one. */
import { loadModule, parseSync } from 'libpg-query';

/** To be awaited once before the first parse. */
export async function loadParser(): Promise<void> {
  await loadModule();
}

/** The body of a node: what stands under its one key, such as `FuncCall`. */
export type Node = Readonly<Record<string, unknown>>;

export function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

/** `{ FuncCall: {…} }` as its one key and what is in it. */
export function opened(value: unknown): readonly [tag: string, body: Node] {
  const [tag, body] = isNode(value) ? (Object.entries(value)[0] ?? ['nothing', {}]) : ['nothing', {}];
  return [tag, isNode(body) ? body : {}];
}

/** The parts of a name that is a list of strings; what is no string in it, such as a star, is empty. */
export function nameParts(value: unknown): readonly string[] {
  return listOf(value).map((part) => {
    const [, body] = opened(part);
    return typeof body.sval === 'string' ? body.sval : '';
  });
}

export function lastName(value: unknown): string {
  return nameParts(value).at(-1) ?? '';
}

/** The body of the only statement of the text, a SELECT. @throws the parser's error for what is no SQL */
export function parseSelect(text: string): Node {
  const tree: unknown = parseSync(text);
  const [statement] = isNode(tree) ? listOf(tree.stmts) : [];
  return isNode(statement) ? opened(statement.stmt)[1] : {};
}

/** @throws the parser's error for what is no SQL */
export function parseScalarTree(text: string): unknown {
  return opened(listOf(parseSelect(`select ${text}`).targetList)[0])[1].val;
}
