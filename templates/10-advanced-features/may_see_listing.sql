begin
  if not exists (select from public.marketplace_shops s where s.id = shop and s.status in ('open', 'vacation')) then
    return false;
  end if;
  return boyfanz.may_see_offer('listing', product, creator);
end
