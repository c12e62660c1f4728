/** What a database was built as. It stands in the database as a function, so that file, plan and difference carry it. */
import { quoteLiteral } from '../text/quote.ts';
import type { FunctionDef } from './model.ts';
import { qname } from './name.ts';

/** Raw texts: a database may have been built by a later version, which knows more of them. */
export interface BuiltAs {
  readonly target: string;
  readonly size: string;
  readonly profile: string;
}

export const BUILT_AS = qname('boyfanz', 'built_as');

export function builtAsFunction({ target, size, profile }: BuiltAs): FunctionDef {
  return {
    kind: 'function',
    name: BUILT_AS,
    args: [],
    returns: 'jsonb',
    language: 'sql',
    volatility: 'immutable',
    strict: false,
    security: 'invoker',
    parallel: 'safe',
    settings: { search_path: '' },
    body: { text: `select ${quoteLiteral(JSON.stringify({ target, size, profile }))}::jsonb`, variants: [] },
    comment:
      'The target, size and profile that this database was built for. boyfanz-schema goes on with them until it is told others.',
    grants: [],
    attached: [],
  };
}

/** @returns `null` for a body that is not as `builtAsFunction` writes it */
export function parseBuiltAs(body: string): BuiltAs | null {
  const [, json] = /'(\{[^']*\})'::jsonb/.exec(body) ?? [];
  if (json === undefined) return null;
  try {
    const value: unknown = JSON.parse(json);
    if (typeof value !== 'object' || value === null) return null;
    const { target, size, profile } = { target: '', size: '', profile: '', ...value };
    return { target: String(target), size: String(size), profile: String(profile) };
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}
