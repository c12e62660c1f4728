begin
  return not exists (
    select
    from public.moderation_cases c
      join public.moderation_queues q on q.id = c.queue_id
    where c.subject_id = subject and q.is_restricted
      and c.queue_id not in (select boyfanz.my_review_queues()));
end
