import { CASES } from './10-advanced-features-cases.ts';
import { holdsRules } from './hold-rules.ts';

const STRIPPED = `
  select pg_temp.strip(oid) from pg_class
  where relnamespace = 'public'::regnamespace
    and relname in ('digital_products', 'media_assets', 'carts', 'orders', 'order_items', 'ledger_transactions')`;

holdsRules('advanced features', CASES, STRIPPED);
