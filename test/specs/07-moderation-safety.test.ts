import { CASES } from './07-moderation-safety-cases.ts';
import { holdsRules } from './hold-rules.ts';

holdsRules('moderation and safety', CASES);
