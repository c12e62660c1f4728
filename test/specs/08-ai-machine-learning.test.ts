import { CASES } from './08-ai-machine-learning-cases.ts';
import { holdsRules } from './hold-rules.ts';

holdsRules('AI and machine learning', CASES);
