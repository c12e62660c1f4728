import { CASES } from './09-events-live-streaming-cases.ts';
import { holdsRules } from './hold-rules.ts';

/** `strip` leaves a table of another section its keys only, so that what this section needs of it is two columns. */
const STRIP = `
  create function pg_temp.strip(stripped regclass) returns void language plpgsql as $$
  declare
    name name;
  begin
    execute format('alter table %s disable trigger user', stripped);
    for name in select conname from pg_constraint where conrelid = stripped and contype in ('c', 'f') loop
      execute format('alter table %s drop constraint %I', stripped, name);
    end loop;
    for name in
      select attname
      from pg_attribute
      where attrelid = stripped and attnum > 0 and attnotnull and not attisdropped and attidentity = ''
        and not exists (
          select from pg_constraint where conrelid = stripped and contype = 'p' and attnum = any (conkey))
    loop
      execute format('alter table %s alter column %I drop not null', stripped, name);
    end loop;
  end $$;
  select pg_temp.strip(oid) from pg_class
  where relnamespace = 'public'::regnamespace
    and relname in ('ledger_transactions', 'media_assets', 'orders', 'performers', 'screening_jobs', 'subscription_tiers',
      'tip_menu_items', 'tips', 'user_age_verifications', 'videos')`;

holdsRules('events and live streaming', CASES, STRIP);
