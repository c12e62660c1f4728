import { holdsRules } from './hold-rules.ts';
import { CASES, PEOPLE } from './seen-by-members-cases.ts';

holdsRules('what members see', CASES, PEOPLE);
