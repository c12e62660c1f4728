/** A function spec -> a function of the Model. */
import type { Attached, FunctionArg, FunctionBody, FunctionDef } from '../model/model.ts';
import { type QName, qname } from '../model/name.ts';
import { didYouMean } from '../text/suggest.ts';
import { EVENTS } from './lower-triggers.ts';
import { lowerGrants, lowerLiteral } from './lower-values.ts';
import type { NodePath } from './node.ts';
import type { RawFunction } from './raw.ts';
import { resolveType } from './resolve-type.ts';
import { type Scope, type SpecDocument, valueAt } from './scope.ts';

type RawBody = RawFunction['body'];

function bodyText(document: SpecDocument<'function'>, raw: RawBody, path: NodePath, scope: Scope): string | null {
  if (typeof raw === 'string') return raw;
  const template = scope.templates.get(raw.template);
  if (template !== undefined) return template.text;
  const span = valueAt(document, ...path, 'template');
  scope.problems.report('unknown-template', span, `There is no file \`${raw.template}\` in templates/.`, {
    help: didYouMean(raw.template, scope.templates.keys()) ?? 'the path is relative to templates/, with its ending.',
  });
  return null;
}

function lowerBody(document: SpecDocument<'function'>, scope: Scope): FunctionBody | null {
  const { raw } = document;
  const text = bodyText(document, raw.body, ['body'], scope);
  const variants = (raw.body_since ?? []).map(({ version, body }, at) => ({
    since: version,
    text: bodyText(document, body, ['body_since', at, 'body'], scope),
  }));
  if (text === null) return null;
  const readable = variants.flatMap((one) => (one.text === null ? [] : [{ since: one.since, text: one.text }]));
  return { text, variants: readable.sort((a, b) => a.since - b.since) };
}

function lowerArguments(document: SpecDocument<'function'>, scope: Scope): readonly (FunctionArg | null)[] {
  return Object.entries(document.raw.arguments ?? {}).map(([name, raw]) => {
    const long = typeof raw === 'string' ? { type: raw } : raw;
    const type = resolveType(long.type, valueAt(document, 'arguments', name, 'type'), scope);
    if (type === null) return null;
    return {
      name,
      mode: long.mode ?? 'in',
      type: { ...type, args: [] },
      default: long.default === undefined ? null : lowerLiteral(long.default),
    };
  });
}

/** What the tables have for columns is the platform's, and not known here. */
function lowerAttached(raw: NonNullable<RawFunction['attach']>, fn: QName): readonly Attached[] {
  return Object.entries(raw).flatMap(([table, triggers]) => {
    const [schema = '', ...rest] = table.split('.');
    return Object.entries(triggers).map(
      ([name, trigger]): Attached => ({
        table: qname(schema, rest.join('.')),
        trigger: {
          name,
          timing: trigger.timing,
          events: EVENTS.filter((event) =>
            trigger.events.some((one) => (typeof one === 'string' ? one : 'update') === event),
          ),
          updateOf: trigger.events.flatMap((event) => (typeof event === 'string' ? [] : event.update_of)),
          level: trigger.level ?? 'row',
          when: null,
          function: fn,
          args: trigger.args ?? [],
          constraint: null,
          oldTable: null,
          newTable: null,
          enabled: 'origin',
          comment: null,
        },
      }),
    );
  });
}

/** @returns `null`, with problems reported, when its arguments or its body are unknown. */
export function lowerFunction(document: SpecDocument<'function'>, scope: Scope): FunctionDef | null {
  const { raw, name } = document;
  const args = lowerArguments(document, scope);
  const body = lowerBody(document, scope);
  const known = args.filter((arg) => arg !== null);
  if (body === null || known.length < args.length) return null;
  return {
    kind: 'function',
    name,
    args: known,
    returns: raw.returns.trim(),
    language: raw.language ?? 'plpgsql',
    volatility: raw.volatility ?? 'volatile',
    strict: raw.strict ?? false,
    security: raw.security ?? 'invoker',
    parallel: raw.parallel ?? 'unsafe',
    settings: { search_path: '', ...raw.settings },
    body,
    comment: raw.comment,
    grants: lowerGrants(raw.grants, 'function', (...path) => valueAt(document, 'grants', ...path), scope.problems),
    attached: lowerAttached(raw.attach ?? {}, name),
  };
}
