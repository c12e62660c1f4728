import { CASES } from './02-content-media-cases.ts';
import { holdsRules } from './hold-rules.ts';

holdsRules('content and media', CASES);
