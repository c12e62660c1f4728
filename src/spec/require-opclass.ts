/** Operator classes that an extension brings need that extension. */
import { EXTENSION_CONTENTS } from '../target/extension-types.ts';
import type { Span } from '../text/source.ts';
import { requireExtension } from './resolve-type.ts';
import type { Scope } from './scope.ts';

/** Its classes have the names of built-in ones and differ only in the index method. */
const GIN_ONLY = 'btree_gin';

export function requireOpclass(opclass: string, method: string, span: Span, scope: Scope): void {
  for (const [extension, { opclasses }] of EXTENSION_CONTENTS) {
    if (!opclasses.includes(opclass) || (extension === GIN_ONLY && method !== 'gin')) continue;
    requireExtension(extension, `The operator class \`${opclass}\``, span, scope);
    return;
  }
}
