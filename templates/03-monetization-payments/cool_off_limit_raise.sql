begin
  if new.limit_minor > old.limit_minor
    and (old.pending_limit_minor is distinct from new.limit_minor or old.pending_from > now())
  then
    raise exception 'A higher spending limit takes effect only 24 hours after it was asked for'
      using errcode = 'check_violation', table = tg_table_name, schema = tg_table_schema, column = 'limit_minor';
  end if;
  if (new.pending_limit_minor, new.pending_from) is distinct from (old.pending_limit_minor, old.pending_from)
    and new.pending_from < now() + interval '24 hours'
  then
    raise exception 'A higher spending limit waits for 24 hours'
      using errcode = 'check_violation', table = tg_table_name, schema = tg_table_schema, column = 'pending_from';
  end if;
  return new;
end
