import { CASES } from './core-user-management-cases.ts';
import { holdsRules } from './hold-rules.ts';

holdsRules('core user management', CASES);
