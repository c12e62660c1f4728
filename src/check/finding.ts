/** Making findings: a rule says what and where in the Model, this finds the place in the spec. */
import { keyOf } from '../model/keys.ts';
import type { SchemaObject } from '../model/model.ts';
import type { Ident } from '../model/name.ts';
import type { RelatedPlace } from '../text/diagnostic.ts';
import type { PartPath } from '../text/origins.ts';
import type { Span } from '../text/source.ts';
import type { Finding, RuleContext } from './rule.ts';

/** A part of the spec, or the constraint, index, policy or trigger of that name. */
export type Place = PartPath | { readonly named: Ident };

export interface Report {
  readonly place: Place;
  readonly message: string;
  readonly help: string;
  /** Places without a span are left out. */
  readonly related?: readonly (RelatedPlace | null)[];
}

function spanOf(context: RuleContext, object: SchemaObject, place: Place): Span | null {
  const key = keyOf(object);
  if (typeof place === 'string') return context.origins.find(key, place);
  return context.origins.findNamed(key, place.named) ?? context.origins.find(key);
}

export function finding(context: RuleContext, object: SchemaObject, report: Report): Finding {
  return {
    object: keyOf(object),
    message: report.message,
    help: report.help,
    span: spanOf(context, object, report.place),
    related: (report.related ?? []).filter((place) => place !== null),
  };
}

/** @returns `null` when the other end has no place in a file. */
export function relatedPlace(
  context: RuleContext,
  object: SchemaObject,
  place: Place,
  message: string,
): RelatedPlace | null {
  const span = spanOf(context, object, place);
  return span === null ? null : { message, span };
}

/** The first of several spellings of the same thing that the spec of the object has. */
export function writtenPlace(context: RuleContext, object: SchemaObject, places: readonly PartPath[]): PartPath {
  const key = keyOf(object);
  const whole = context.origins.find(key);
  return places.find((place) => context.origins.find(key, place)?.start !== whole?.start) ?? '';
}
