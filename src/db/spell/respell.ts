/**
 * Walks over the expressions of a desired Model that have a counterpart in the live one. The same walk asks the questions
 * and, when they are answered, puts the answers in.
 */

import { extensionKey, functionKey, keyOf, modelOf, objectKey } from '../../model/keys.ts';
import type { DomainDef, FunctionDef, Model, SchemaObject, View } from '../../model/model.ts';
import { qname } from '../../model/name.ts';
import { type DataType, isBuiltIn, parseType, sameType } from '../../model/type.ts';
import { EXTENSION_CONTENTS } from '../../target/extension-types.ts';
import { type Ask, askUnlessSame } from './ask.ts';
import { partnersOf } from './partners.ts';
import { respellTable } from './respell-table.ts';
import type { Unsettled } from './unsettled.ts';

export function respellModel(desired: Model, live: Model, unsettled: Unsettled, ask: Ask): Model {
  const isThere = (type: DataType) => typeIsThere(type, live);
  return modelOf(
    [...desired.objects.values()].map((object): SchemaObject => {
      const partner = live.objects.get(keyOf(object));
      switch (object.kind) {
        case 'table':
          return partner?.kind === 'table' ? respellTable(object, partner, isThere, unsettled, ask) : object;
        case 'domain':
          return partner?.kind === 'domain' ? respellDomain(object, partner, ask) : object;
        case 'function':
          return partner?.kind === 'function' ? respellFunction(object, partner, ask) : object;
        case 'view':
          return partner?.kind === 'view' && !unsettled.view(object.query) ? respellView(object, partner, ask) : object;
        default:
          return object;
      }
    }),
  );
}

function respellDomain(desired: DomainDef, live: DomainDef, ask: Ask): DomainDef {
  const object = keyOf(desired);
  const { type } = live;
  return {
    ...desired,
    default:
      desired.default === null || live.default === null
        ? desired.default
        : askUnlessSame(
            {
              form: { kind: 'default', type },
              text: desired.default,
              candidates: [live.default],
              object,
              part: 'default',
              isAboutNew: false,
            },
            ask,
          ),
    checks: desired.checks.map((check) => {
      const candidates = partnersOf(check, desired.checks, live.checks, () => true).map((one) => one.expr);
      const form = { kind: 'domainCheck', type } as const;
      return {
        ...check,
        expr: askUnlessSame({ form, text: check.expr, candidates, object, part: check.name, isAboutNew: false }, ask),
      };
    }),
  };
}

function respellFunction(desired: FunctionDef, live: FunctionDef, ask: Ask): FunctionDef {
  const object = functionKey(desired);
  return {
    ...desired,
    args: desired.args.map((arg, at) => {
      const before = live.args[at]?.default ?? null;
      if (arg.default === null || before === null) return arg;
      // To the server a column's NULL default is none, so it cannot be asked this one.
      if (isNull(arg.default) && isNull(before)) return { ...arg, default: before };
      // The modifiers of an argument's type are not kept by the server.
      const form = { kind: 'default', type: { ...arg.type, args: [] } } as const;
      const part = `arguments.${arg.name ?? at}`;
      return {
        ...arg,
        default: askUnlessSame({ form, text: arg.default, candidates: [before], object, part, isAboutNew: false }, ask),
      };
    }),
    returns: respellResult(desired, live, ask),
  };
}

/** `null` or `NULL::regclass`. */
function isNull(text: string): boolean {
  return /^null(?:::[^']*)?$/i.test(text.trim());
}

function respellResult(desired: FunctionDef, live: FunctionDef, ask: Ask): string {
  const [text, before] = [desired.returns, live.returns];
  const [wanted, found] = [parseType(text), parseType(before)];
  if (wanted !== null && found !== null && isBuiltIn(wanted) && sameType(wanted, found)) return before;
  const form = { kind: 'result', args: desired.args } as const;
  return askUnlessSame(
    { form, text, candidates: [before], object: functionKey(desired), part: 'returns', isAboutNew: false },
    ask,
  );
}

function respellView(desired: View, live: View, ask: Ask): View {
  const task = {
    form: { kind: 'view' },
    text: desired.query,
    candidates: [live.query],
    object: keyOf(desired),
  } as const;
  return { ...desired, query: askUnlessSame({ ...task, part: 'query', isAboutNew: false }, ask) };
}

/** Whether a column of this type can be made on the server as it is now. */
function typeIsThere(type: DataType, live: Model): boolean {
  if (type.schema === null) return true;
  const name = qname(type.schema, type.name);
  if (live.objects.has(objectKey('enum', name)) || live.objects.has(objectKey('domain', name))) return true;
  return [...EXTENSION_CONTENTS].some(
    ([extension, contents]) => contents.types.includes(type.name) && live.objects.has(extensionKey(extension)),
  );
}
