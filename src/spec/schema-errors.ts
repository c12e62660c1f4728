/** Errors of ajv -> diagnostics in the user's words, with the caret on the key or value that is wrong. */
import type { ErrorObject } from 'ajv';
import { MAX_IDENT_BYTES } from '../model/name.ts';
import type { Source, Span } from '../text/source.ts';
import { didYouMean, listOf } from '../text/suggest.ts';
import type { JsonSchema } from './json-schema.ts';
import { findEntry, findNode, keySpan, keySpanAt, type NodePath, type SpecNode, valueSpanAt } from './node.ts';
import type { Problems } from './problem.ts';

const TYPE_WORDS: Readonly<Record<string, string>> = {
  string: 'a text',
  number: 'a number',
  integer: 'a whole number',
  boolean: 'true or false',
  object: 'a mapping',
  array: 'a list',
};

/** Errors that only say that another one is there. */
const ECHOES: ReadonlySet<string> = new Set(['if', 'anyOf', 'allOf', 'propertyNames']);

interface Place {
  readonly source: Source;
  readonly root: SpecNode;
  readonly path: NodePath;
  /** The last key of the path, as the subject of a sentence. */
  readonly subject: string;
  readonly value: Span;
  readonly key: Span;
}

function pathOf(pointer: string): readonly string[] {
  return pointer
    .split('/')
    .slice(1)
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'));
}

function placeOf(source: Source, root: SpecNode, path: NodePath): Place {
  const last = path.findLast((part) => !/^\d+$/.test(String(part)));
  const first = root.kind === 'map' ? root.entries[0] : undefined;
  const key = path.length === 0 && first !== undefined ? keySpan(source, first) : keySpanAt(source, root, path);
  const isItem = last !== undefined && path.at(-1) !== last;
  const subject = last === undefined ? 'This' : `${isItem ? 'An item of ' : ''}\`${last}\``;
  return { source, root, path, subject, value: valueSpanAt(source, root, path), key };
}

function typeOf(node: SpecNode | undefined): string {
  if (node === undefined || (node.kind === 'scalar' && node.value === null)) return 'empty';
  if (node.kind === 'map') return 'a mapping';
  if (node.kind === 'list') return 'a list';
  return TYPE_WORDS[typeof node.value] ?? 'something else';
}

function descriptionOf(error: ErrorObject): string | null {
  return ((error.parentSchema ?? {}) as JsonSchema).description ?? null;
}

function sourceText(span: Span): string {
  return span.source.text.slice(span.start, span.end);
}

function reportUnknownKey(place: Place, error: ErrorObject, schema: JsonSchema, problems: Problems): void {
  const unknown = String(error.params.additionalProperty);
  const entry = findEntry(findNode(place.root, place.path), unknown);
  const span = entry === undefined ? place.key : keySpan(place.source, entry);
  const keys = Object.keys(schema.properties ?? {});
  const help = didYouMean(unknown, keys) ?? `the keys are ${listOf(keys, 'and', 40)}.`;
  problems.report('unknown-key', span, `\`${unknown}\` is not a key of ${schema.title ?? 'this'}.`, { help });
}

function reportMissingKey(place: Place, error: ErrorObject, schema: JsonSchema, problems: Problems): void {
  const missing = String(error.params.missingProperty);
  const property = schema.properties?.[missing];
  const title = schema.title ?? 'this';
  const values = property?.enum === undefined ? '' : ` It is ${listOf(property.enum.map(String))}.`;
  const what = property?.description === undefined ? '' : `\`${missing}\`: ${property.description}${values}`;
  problems.report('missing-key', place.key, `${title.charAt(0).toUpperCase()}${title.slice(1)} needs \`${missing}\`.`, {
    help: what === '' ? null : what,
  });
}

function reportType(place: Place, error: ErrorObject, problems: Problems): void {
  const expected = [error.params.type].flat().map((type) => TYPE_WORDS[String(type)] ?? String(type));
  const wanted = expected.length === 1 ? expected[0] : `${expected.slice(0, -1).join(', ')} or ${expected.at(-1)}`;
  const actual = typeOf(findNode(place.root, place.path));
  if (actual === 'empty') {
    problems.report('wrong-type', place.key, `${place.subject} is empty; it must be ${wanted}.`, {
      help: 'give it a value, or leave the key out.',
    });
    return;
  }
  const node = findNode(place.root, place.path);
  const canQuote = expected.includes('a text') && node?.kind === 'scalar';
  problems.report('wrong-type', place.value, `${place.subject} must be ${wanted}, not ${actual}.`, {
    help: canQuote ? `quote it: "${sourceText(place.value)}"` : descriptionOf(error),
  });
}

function reportFormat(place: Place, error: ErrorObject, problems: Problems): void {
  // Set when the error is about the key itself (`propertyNames`); the path is then that of the mapping.
  const key = error.propertyName;
  const entry = key === undefined ? undefined : findEntry(findNode(place.root, place.path), key);
  const span = entry === undefined ? place.value : keySpan(place.source, entry);
  if (error.params.format === 'interval') {
    problems.report('bad-interval', span, `\`${sourceText(span)}\` is not an interval.`, {
      help: 'write a count and one unit, such as `90 minutes`, `7 days`, `1 month` or `2 years`.',
    });
    return;
  }
  const written = key ?? String(error.data);
  const bytes = Buffer.byteLength(written, 'utf8');
  if (bytes > MAX_IDENT_BYTES) {
    const message = `This name has ${bytes} bytes; PostgreSQL keeps ${MAX_IDENT_BYTES}.`;
    problems.report('name-too-long', span, message, { help: 'choose a shorter name.' });
    return;
  }
  problems.report('bad-value', span, 'A name must hold at least one character, and no NUL.', {});
}

function reportEnum(place: Place, error: ErrorObject, schema: JsonSchema, problems: Problems): void {
  const allowed = (schema.enum ?? []).map(String);
  const written = String(error.data);
  const help = didYouMean(written, allowed) ?? schema.description ?? null;
  problems.report('unknown-value', place.value, `\`${written}\` is not one of ${listOf(allowed)}.`, { help });
}

function reportRepeated(place: Place, error: ErrorObject, problems: Problems): void {
  const [one, other] = [Number(error.params.i), Number(error.params.j)];
  const at = (item: number) => valueSpanAt(place.source, place.root, [...place.path, item]);
  problems.report('bad-value', at(Math.max(one, other)), `${place.subject} holds the same value twice.`, {
    related: [{ message: 'the first is here', span: at(Math.min(one, other)) }],
  });
}

function badValueMessage(error: ErrorObject, subject: string): string {
  switch (error.keyword) {
    case 'minLength':
      return `${subject} must not be an empty text.`;
    case 'minItems':
    case 'minProperties':
      return `${subject} must not be empty.`;
    case 'maxProperties':
      return `${subject} takes one column and its order.`;
    case 'minimum':
      return `${subject} must be at least ${error.params.limit}.`;
    case 'maximum':
      return `${subject} must be at most ${error.params.limit}.`;
    default:
      return `${subject} is not in the form it needs.`;
  }
}

function reportOne(place: Place, error: ErrorObject, problems: Problems): void {
  const schema = (error.parentSchema ?? {}) as JsonSchema;
  switch (error.keyword) {
    case 'additionalProperties':
      reportUnknownKey(place, error, schema, problems);
      break;
    case 'required':
    case 'dependencies':
      reportMissingKey(place, error, schema, problems);
      break;
    case 'type':
      reportType(place, error, problems);
      break;
    case 'enum':
      reportEnum(place, error, schema, problems);
      break;
    case 'format':
      reportFormat(place, error, problems);
      break;
    case 'uniqueItems':
      reportRepeated(place, error, problems);
      break;
    default:
      problems.report('bad-value', place.value, badValueMessage(error, place.subject), {
        help: error.keyword.startsWith('min')
          ? 'leave the key out when there is nothing to say.'
          : descriptionOf(error),
      });
  }
}

/** Codes after which a document can be lowered all the same: everything known in it is well-formed. */
const HARMLESS: ReadonlySet<string> = new Set(['additionalProperties']);

/**
 * Reports the errors of one document.
 *
 * @returns whether the document has the right shape apart from keys that do not belong.
 */
export function reportSchemaErrors(
  source: Source,
  root: SpecNode,
  errors: readonly ErrorObject[],
  misread: readonly Span[],
  problems: Problems,
): boolean {
  const telling = errors.filter((error) => !ECHOES.has(error.keyword));
  const wrongType = new Set(telling.filter((one) => one.keyword === 'type').map((one) => one.instancePath));
  const seen = new Set<string>();
  for (const error of telling) {
    const isType = error.keyword === 'type';
    if (wrongType.has(error.instancePath) && (!isType || seen.has(error.instancePath))) continue;
    if (isType) seen.add(error.instancePath);
    const place = placeOf(source, root, pathOf(error.instancePath));
    const isNoise = misread.some((span) => span.start <= place.value.start && place.value.end <= span.end);
    if (!isNoise) reportOne(place, error, problems);
  }
  return telling.every((error) => HARMLESS.has(error.keyword));
}
