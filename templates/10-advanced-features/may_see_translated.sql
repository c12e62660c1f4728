begin
  return case kind
    when 'post' then boyfanz.may_see_item(subject)
    when 'product' then boyfanz.may_see_item(subject)
      or exists (
        select from public.marketplace_listings l
        where l.product_id = subject
          and l.status in ('listed', 'sold_out')
          and (l.explicit_level < 3 or boyfanz.has_shown_age())
          and boyfanz.may_see_listing(l.product_id, l.shop_id, l.creator_id))
    when 'profile' then boyfanz.may_see_profile(subject)
    when 'event' then exists (
      select from public.events e
      where e.id = subject and e.state <> 'draft' and boyfanz.may_see_event(e.id, e.organizer_id, e.visibility))
    when 'service' then exists (
      select from public.bookable_services s
      where s.id = subject and s.status = 'active' and boyfanz.may_see_offer('service', s.id, s.creator_id))
    else false
  end;
end
