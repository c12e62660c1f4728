import { CASES } from './09-events-live-streaming-cases.ts';
import { holdsRules } from './hold-rules.ts';

const STRIPPED = `
  select pg_temp.strip(oid) from pg_class
  where relnamespace = 'public'::regnamespace
    and relname in ('ledger_transactions', 'media_assets', 'orders', 'performers', 'screening_jobs', 'subscription_tiers',
      'tip_menu_items', 'tips', 'user_age_verifications', 'videos')`;

holdsRules('events and live streaming', CASES, STRIPPED);
