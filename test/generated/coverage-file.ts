/** specs/coverage.yaml: what the product brief promises and what keeps each promise. */
import { Ajv } from 'ajv';
import { parse } from 'yaml';

/** Tables alone, or the long form. */
export type Promised = readonly string[] | KeptBy;

export interface KeptBy {
  readonly tables?: readonly string[];
  /** Codes of rules of `check`. */
  readonly rules?: readonly string[];
  /** The part of the tool or of the spec language that serves it. */
  readonly by?: string;
  /** What is not there yet, and what stands in for it now. */
  readonly planned?: string;
}

/** Promises by their words in the brief. */
export type Promises = Readonly<Record<string, Promised>>;

export interface SectionCoverage {
  /** The tables that the brief names. */
  readonly tables?: Promises;
  readonly features: Promises;
  /** What the section has beyond the brief: a reason to its tables. */
  readonly beyond?: Readonly<Record<string, readonly string[]>>;
}

export interface Coverage {
  /** By the folder of the section. */
  readonly sections: Readonly<Record<string, SectionCoverage>>;
  /** Promises about the whole, by the heading under which the brief makes them. */
  readonly platform: Readonly<Record<string, Promises>>;
}

const names = { type: 'array', items: { type: 'string', minLength: 1 }, minItems: 1, uniqueItems: true } as const;
const sentence = { type: 'string', minLength: 10 } as const;

const promises = {
  type: 'object',
  minProperties: 1,
  additionalProperties: {
    if: { type: 'array' },
    // biome-ignore lint/suspicious/noThenProperty: JSON Schema calls it so
    then: names,
    else: {
      type: 'object',
      additionalProperties: false,
      minProperties: 1,
      properties: { tables: names, rules: names, by: sentence, planned: sentence },
    },
  },
} as const;

const section = {
  type: 'object',
  additionalProperties: false,
  required: ['features'],
  properties: {
    tables: promises,
    features: promises,
    beyond: { type: 'object', minProperties: 1, additionalProperties: names },
  },
} as const;

const validate = new Ajv({ allErrors: true, allowUnionTypes: true }).compile<Coverage>({
  type: 'object',
  additionalProperties: false,
  required: ['sections', 'platform'],
  properties: {
    sections: { type: 'object', additionalProperties: section },
    platform: { type: 'object', additionalProperties: promises },
  },
});

/** @throws when it is not YAML, says a key twice, or has another shape */
export function readCoverage(text: string): Coverage {
  const found: unknown = parse(text);
  if (validate(found)) return found;
  const errors = (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message ?? ''}`);
  throw new Error(`specs/coverage.yaml: ${errors.join('; ')}`);
}

export function longForm(promised: Promised): KeptBy {
  return 'length' in promised ? { tables: promised } : promised;
}
