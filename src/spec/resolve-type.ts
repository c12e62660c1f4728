/** Types as specs write them -> types with their schema. */
import { displayName } from '../model/name.ts';
import { BUILT_IN_TYPES, type DataType, isBuiltIn, parseType } from '../model/type.ts';
import { EXTENSION_CONTENTS } from '../target/extension-types.ts';
import type { Span } from '../text/source.ts';
import { didYouMean } from '../text/suggest.ts';
import { dotted, parseName, type Scope } from './scope.ts';

/** Short forms that people write, for "did you mean". */
const COMMON = ['timestamptz', 'varchar', 'int', 'bool', 'float8', 'int2', 'int4', 'int8'];

function extensionOf(type: string): string | null {
  for (const [extension, contents] of EXTENSION_CONTENTS) if (contents.types.includes(type)) return extension;
  return null;
}

/** Reports the use of something that an extension brings, when the extension is not declared or not on the target. */
export function requireExtension(extension: string, what: string, span: Span, scope: Scope): string | null {
  const schema = scope.target.extensions.get(extension);
  if (schema !== undefined && scope.extensions.has(extension)) return schema;
  const lacks = schema === undefined;
  const reason = lacks ? `which the target \`${scope.target.name}\` does not have` : 'which no spec declares';
  scope.problems.report('missing-extension', span, `${what} comes from the extension \`${extension}\`, ${reason}.`, {
    help: lacks
      ? `write \`requires: ${extension}\` for this part, so that it is only where that extension is, or leave it out.`
      : `add a document \`extension: ${extension}\`, or write \`requires: ${extension}\` for this part.`,
  });
  return null;
}

function reportUnknown(text: string, type: DataType, span: Span, scope: Scope): null {
  if (!scope.isComplete) return null;
  const declared = [...scope.types.values()].map(displayName);
  const brought = [...EXTENSION_CONTENTS.values()].flatMap((contents) => contents.types);
  scope.problems.report('unknown-type', span, `There is no type \`${text}\`.`, {
    help:
      didYouMean(type.name, [...declared, ...COMMON, ...BUILT_IN_TYPES, ...brought]) ??
      'types are those of PostgreSQL, of declared extensions, and the enums and domains of the specs.',
  });
  return null;
}

/** @returns `null`, with a problem reported, when there is no such type. */
export function resolveType(text: string, span: Span, scope: Scope): DataType | null {
  const type = parseType(text);
  if (type === null) {
    scope.problems.report('unknown-type', span, `\`${text}\` is not a type.`, {
      help: 'write it as PostgreSQL does, such as "numeric(18,4)" or "text[]".',
    });
    return null;
  }
  if (isBuiltIn(type)) return type;
  const name = parseName(type.schema === null ? type.name : `${type.schema}.${type.name}`, scope.project);
  if (scope.types.has(dotted(name))) return { ...type, schema: name.schema };
  const extension = extensionOf(type.name);
  if (extension === null) return reportUnknown(text, type, span, scope);
  const schema = requireExtension(extension, `The type \`${type.name}\``, span, scope);
  return schema === null ? null : { ...type, schema };
}
