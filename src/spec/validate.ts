/** Documents against the JSON Schema: every error of a document at once. */
import { Ajv, type ValidateFunction } from 'ajv';
import { didYouMean, listOf } from '../text/suggest.ts';
import { isInterval, isName } from './formats.ts';
import { checkKeyOrder } from './key-order.ts';
import { keySpan, nodeSpan, type SpecNode, toValue } from './node.ts';
import type { ParsedDocument } from './parse.ts';
import type { Problems } from './problem.ts';
import type {
  RawColumnGroups,
  RawDomain,
  RawEnum,
  RawExtension,
  RawFunction,
  RawProject,
  RawSchema,
  RawSequence,
  RawTable,
  RawView,
} from './raw.ts';
import type { RawData } from './raw-data.ts';
import { DEFINITIONS, DOCUMENT_KINDS, type DocumentKind, type RootKind, SPEC_SCHEMA } from './schema.ts';
import { reportSchemaErrors } from './schema-errors.ts';

export interface RawByKind {
  readonly table: RawTable;
  readonly enum: RawEnum;
  readonly domain: RawDomain;
  readonly sequence: RawSequence;
  readonly view: RawView;
  readonly function: RawFunction;
  readonly extension: RawExtension;
  readonly data: RawData;
  readonly schema: RawSchema;
  readonly columnGroups: RawColumnGroups;
  readonly project: RawProject;
}

let ajv: Ajv | null = null;

/** Compiled when the first document of its kind is read that is not known from an earlier time. */
function validatorOf<K extends RootKind>(kind: K): ValidateFunction<RawByKind[K]> {
  if (ajv === null) {
    ajv = new Ajv({ allErrors: true, verbose: true, allowUnionTypes: true, strictTypes: false });
    ajv.addFormat('name', isName);
    ajv.addFormat('interval', isInterval);
    ajv.addSchema(SPEC_SCHEMA, 'spec');
  }
  const validator = ajv.getSchema<RawByKind[K]>(`spec#/definitions/${kind}`);
  if (validator === undefined) throw new Error(`There is no schema for ${kind}`);
  return validator as ValidateFunction<RawByKind[K]>;
}

/**
 * What a document is, by its first key. A kind's key further down counts too, with a complaint.
 *
 * @returns `null`, with a problem reported, when nothing in it says so.
 */
export function kindOf(document: ParsedDocument, problems: Problems): DocumentKind | null {
  const { root, source } = document;
  if (root.kind !== 'map') {
    if (document.sound) {
      problems.report('unknown-document', nodeSpan(source, root), 'A document must be a mapping.', {
        help: `start it with ${listOf(DOCUMENT_KINDS)}, such as \`table: name\`.`,
      });
    }
    return null;
  }
  const first = root.entries[0];
  const kind = DOCUMENT_KINDS.find((one) => one === first?.key);
  if (first === undefined || kind !== undefined) return kind ?? null;
  // `schema` is a key of other kinds as well, so it only counts in the first place.
  const later = DOCUMENT_KINDS.find((one) => one !== 'schema' && root.entries.some((entry) => entry.key === one));
  if (later !== undefined) return later;
  if (document.sound) {
    problems.report(
      'unknown-document',
      keySpan(source, first),
      `\`${first.key}\` does not say what this document is.`,
      {
        help: didYouMean(first.key, DOCUMENT_KINDS) ?? `the first key must be ${listOf(DOCUMENT_KINDS)}.`,
      },
    );
  }
  return null;
}

/** A tree is compiled for several targets, and its values are only read. */
const VALUES = new WeakMap<SpecNode, unknown>();

function valueOnce(root: SpecNode): unknown {
  const known = VALUES.get(root);
  if (known !== undefined) return known;
  const value = toValue(root);
  VALUES.set(root, value);
  return value;
}

/**
 * Validates a document as the kind it is.
 *
 * @returns its value, or `null` when it has errors that leave it without the shape of its kind.
 */
export function validate<K extends RootKind>(
  kind: K,
  document: ParsedDocument,
  problems: Problems,
): RawByKind[K] | null {
  if (!document.sound) return null;
  const { source, root, misread } = document;
  const schema = DEFINITIONS[kind];
  const value = valueOnce(root);
  if (document.known) return value as RawByKind[K];
  if (schema !== undefined) checkKeyOrder(source, root, schema, problems);
  const validator = validatorOf(kind);
  if (validator(value)) return value;
  const isUsable = reportSchemaErrors(source, root, validator.errors ?? [], misread, problems);
  return isUsable && misread.length === 0 ? (value as RawByKind[K]) : null;
}
