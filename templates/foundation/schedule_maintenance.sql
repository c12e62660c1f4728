begin
  if not exists (select from pg_extension e where e.extname = 'pg_cron') then
    return 'pg_cron is not installed: let cron run boyfanz-schema maintain';
  end if;
  -- A transaction for each table: what it locks is free again before the next.
  perform cron.schedule('boyfanz-maintain', '17 * * * *', $job$do $maintain$
declare
  parent regclass;
begin
  for parent in select distinct d.parent_table from boyfanz.due_partitions() d loop
    perform boyfanz.maintain(parent => parent);
    commit;
  end loop;
end
$maintain$$job$);
  return 'boyfanz-maintain runs at minute 17 of every hour';
exception
  when insufficient_privilege then
    return 'pg_cron refuses this role (' || sqlerrm || '): let cron run boyfanz-schema maintain';
end
