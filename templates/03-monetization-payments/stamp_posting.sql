begin
  new.posted_in := pg_current_xact_id()::text::bigint;
  return new;
end
