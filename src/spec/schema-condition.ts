/** JSON Schema of what a part may say about the targets it is for. */
import { EXTENSION_CONTENTS } from '../target/extension-types.ts';
import { FEATURES } from '../target/target.ts';
import { oneOf, type PropertiesOf } from './json-schema.ts';
import type { RawCondition } from './raw.ts';

const NAMES = [...EXTENSION_CONTENTS.keys(), ...FEATURES];

export const CONDITION: PropertiesOf<RawCondition> = {
  requires: oneOf('Only where the target uses this extension, or has this of its own.', NAMES),
  lacks: oneOf('Only where the target does not use this extension, or has none of this.', NAMES),
};
