/** The part of JSON Schema draft-07 that the spec language uses, and the few shapes it is made of. */

export type JsonType = 'string' | 'number' | 'integer' | 'boolean' | 'object' | 'array';

export interface JsonSchema {
  readonly $schema?: string;
  readonly $ref?: string;
  readonly title?: string;
  readonly description?: string;
  readonly definitions?: Readonly<Record<string, JsonSchema>>;
  readonly type?: JsonType | readonly JsonType[];
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
  /** Key to the keys that it needs beside it. */
  readonly dependencies?: Readonly<Record<string, readonly string[]>>;
  readonly additionalProperties?: false | JsonSchema;
  readonly propertyNames?: JsonSchema;
  readonly minProperties?: number;
  readonly maxProperties?: number;
  readonly items?: JsonSchema;
  readonly minItems?: number;
  readonly uniqueItems?: boolean;
  readonly enum?: readonly (string | boolean)[];
  readonly const?: boolean | string;
  readonly default?: string | number | boolean;
  readonly minLength?: number;
  readonly pattern?: string;
  /** `name` and `interval` are ours (`validate.ts`); editors ignore formats they do not know. */
  readonly format?: 'name' | 'interval';
  readonly minimum?: number;
  readonly maximum?: number;
  readonly anyOf?: readonly JsonSchema[];
  readonly allOf?: readonly JsonSchema[];
  readonly if?: JsonSchema;
  readonly then?: JsonSchema;
  readonly else?: JsonSchema;
}

/** One schema for every key of `T`, so that a key added to the raw types does not compile without its schema. */
export type PropertiesOf<T> = { readonly [K in keyof Required<T> & string]: JsonSchema };

/** An object with exactly these keys, in this order. `title` names it in messages: "a column". */
export function object<T>(
  title: string,
  description: string,
  required: readonly (keyof T & string)[],
  properties: PropertiesOf<T>,
): JsonSchema {
  return { title, description, type: 'object', additionalProperties: false, required, properties };
}

/** Names, as a person chooses them, to values. */
export function mapOf(description: string, values: JsonSchema): JsonSchema {
  return {
    description,
    type: 'object',
    minProperties: 1,
    propertyNames: { format: 'name' },
    additionalProperties: values,
  };
}

export function text(description: string): JsonSchema {
  return { description, type: 'string', minLength: 1 };
}

export function name(description: string): JsonSchema {
  return { description, type: 'string', format: 'name' };
}

export function interval(description: string): JsonSchema {
  return { description: `${description} For example \`7 days\` or \`1 month\`.`, type: 'string', format: 'interval' };
}

export function flag(description: string, otherwise = false): JsonSchema {
  return { description, type: 'boolean', default: otherwise };
}

export function oneOf(description: string, values: readonly string[], otherwise?: string): JsonSchema {
  const base = { description, type: 'string', enum: values } as const;
  return otherwise === undefined ? base : { ...base, default: otherwise };
}

export function count(description: string, minimum: number, maximum = Number.MAX_SAFE_INTEGER): JsonSchema {
  return { description, type: 'integer', minimum, maximum };
}

export function list(description: string, items: JsonSchema): JsonSchema {
  return { description, type: 'array', minItems: 1, items };
}

export function names(description: string): JsonSchema {
  return { ...list(description, name('A column.')), uniqueItems: true };
}

export function ref(definition: string, description?: string): JsonSchema {
  const target = { $ref: `#/definitions/${definition}` };
  // In draft-07 everything beside a $ref is ignored, so a description of its own needs the detour.
  return description === undefined ? target : { description, allOf: [target] };
}

export function choose(condition: JsonSchema, yes: JsonSchema, no?: JsonSchema): JsonSchema {
  // biome-ignore lint/suspicious/noThenProperty: the keyword of JSON Schema; nothing awaits it.
  const chosen = { if: condition, then: yes };
  return no === undefined ? chosen : { ...chosen, else: no };
}

/** A value with a short spelling: which schema counts depends on its type alone, so only one of them complains. */
export function either(
  description: string,
  shortType: JsonType,
  short: JsonSchema,
  longType: JsonType | readonly JsonType[],
  long: JsonSchema,
): JsonSchema {
  const types = [shortType, ...(typeof longType === 'string' ? [longType] : longType)];
  return { description, type: types, ...choose({ type: shortType }, short, long) };
}
