/** Which hazards of a plan a person has approved by name. */
import { HAZARD_KINDS, type Hazard, type HazardKind, needsApproval } from './hazard.ts';
import { type Plan, stepsOf } from './plan.ts';

/** `DATA_LOSS` allows every one, `DATA_LOSS:users.email` that one. */
export interface Approval {
  readonly kind: HazardKind;
  readonly object: string | null;
}

/** @returns `null` for an unknown hazard */
export function parseApproval(text: string): Approval | null {
  const [name = '', ...rest] = text.split(':');
  const kind = HAZARD_KINDS.find((known) => known === name.toUpperCase());
  if (kind === undefined || kind === 'UNSUPPORTED') return null;
  return { kind, object: rest.length === 0 ? null : rest.join(':') };
}

function isApproved(hazard: Hazard, approvals: readonly Approval[]): boolean {
  return approvals.some(({ kind, object }) => kind === hazard.kind && (object === null || object === hazard.object));
}

/** Hazards that stop apply until somebody names them. */
export function unapproved(plan: Plan, approvals: readonly Approval[]): readonly Hazard[] {
  return stepsOf(plan)
    .flatMap((step) => step.hazards)
    .filter((hazard) => needsApproval(hazard) && !isApproved(hazard, approvals));
}
