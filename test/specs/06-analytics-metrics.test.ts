import { CASES } from './06-analytics-metrics-cases.ts';
import { holdsRules } from './hold-rules.ts';

const STRIPPED = `
  select pg_temp.strip(oid) from pg_class
  where relnamespace = 'public'::regnamespace and relname in ('ledger_transactions', 'subscriptions', 'videos')`;

holdsRules('analytics and metrics', CASES, STRIPPED);
