/** Index methods that an extension brings need that extension. */
import type { Span } from '../text/source.ts';
import { requireExtension } from './resolve-type.ts';
import type { Scope } from './scope.ts';

const METHODS: ReadonlyMap<string, string> = new Map([['hnsw', 'vector']]);

export function requireMethod(method: string, span: Span, scope: Scope): void {
  const extension = METHODS.get(method);
  if (extension !== undefined) requireExtension(extension, `The index method \`${method}\``, span, scope);
}
