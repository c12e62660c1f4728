/** The Model at the size and in the profile of a target, with the record of both. */
import { builtAsFunction } from '../model/built-as.ts';
import { keyOf, schemaKey } from '../model/keys.ts';
import type { Model } from '../model/model.ts';
import type { Target } from '../target/target.ts';
import { forDevelopment } from './for-development.ts';
import { modelInSize } from './in-size.ts';

function profiled(model: Model, { profile }: Target): Model {
  switch (profile) {
    case 'production':
      return model;
    case 'development':
      return forDevelopment(model);
  }
}

/** @param model at size `standard`, in the profile `production` */
export function inForm(model: Model, target: Target): Model {
  const { objects } = profiled(modelInSize(model, target.size), target);
  const record = builtAsFunction({ target: target.name, size: target.size, profile: target.profile });
  // A tree without the tool's own specs has nowhere to put it.
  return objects.has(schemaKey(record.name.schema))
    ? { objects: new Map([...objects, [keyOf(record), record]]) }
    : { objects };
}
