/** JSON Schema of what a part may say about the targets it is for. */
import { EXTENSION_CONTENTS } from '../target/extension-types.ts';
import { oneOf, type PropertiesOf } from './json-schema.ts';
import type { RawCondition } from './raw.ts';

const EXTENSIONS = [...EXTENSION_CONTENTS.keys()];

export const CONDITION: PropertiesOf<RawCondition> = {
  requires: oneOf('Only where the target uses this extension.', EXTENSIONS),
  lacks: oneOf('Only where the target does not use this extension.', EXTENSIONS),
};
