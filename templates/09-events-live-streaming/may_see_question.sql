begin
  return exists (
    select
    from public.live_questions q
    where q.id = question and q.state <> 'dismissed' and boyfanz.may_see_stream(q.stream_id));
end
