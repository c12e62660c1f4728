import { CASES, MORE_HELPERS } from './05-messaging-communication-cases.ts';
import { holdsRules } from './hold-rules.ts';

holdsRules('messaging and communication', CASES, MORE_HELPERS);
