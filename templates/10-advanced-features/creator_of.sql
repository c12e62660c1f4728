begin
  return case kind
    when 'post' then (select i.author_id from public.content_items i where i.id = subject)
    when 'product' then (select p.creator_id from public.digital_products p where p.id = subject)
    when 'profile' then subject
    when 'event' then (select e.organizer_id from public.events e where e.id = subject)
    when 'service' then (select s.creator_id from public.bookable_services s where s.id = subject)
    when 'message_template' then (select m.creator_id from public.message_templates m where m.id = subject)
  end;
end
