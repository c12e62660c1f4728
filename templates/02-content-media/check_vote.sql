declare
  poll record;
  ballot record;
begin
  for poll in select p.* from public.polls p where p.id = new.poll_id loop
    exit;
  end loop;
  if not found then
    return null;
  end if;
  if poll.closed_at is not null or poll.closes_at <= now() then
    raise exception 'The poll % is closed', new.poll_id
      using errcode = 'check_violation', table = tg_table_name, schema = tg_table_schema, column = 'poll_id';
  end if;
  -- Two votes of one person at once would each count without the other.
  perform pg_advisory_xact_lock(hashtextextended('poll_votes ' || new.poll_id || ' ' || new.voter_id, 0));
  for ballot in
    select count(*) as choices,
      coalesce(bool_or((v.rank is not null) <> (poll.selection = 'ranked') or v.rank > poll.max_choices), false) as is_misranked
    from public.poll_votes v
    where v.poll_id = new.poll_id and v.voter_id = new.voter_id
  loop
    exit;
  end loop;
  if ballot.choices > poll.max_choices then
    raise exception 'At most % choices in the poll %', poll.max_choices, new.poll_id
      using errcode = 'check_violation', table = tg_table_name, schema = tg_table_schema, column = 'option_no';
  end if;
  if ballot.is_misranked then
    raise exception 'Choices are ranked from 1 to % in a ranked poll and nowhere else', poll.max_choices
      using errcode = 'check_violation', table = tg_table_name, schema = tg_table_schema, column = 'rank';
  end if;
  return null;
end
