begin
  -- Most people name no country, and a test for any row costs less than what the rows say together.
  if not exists (select from public.user_geo_restrictions r where r.user_id = person) then
    return true;
  end if;
  return (
    select coalesce(
      case min(r.mode)
        when 'block' then
          not coalesce(bool_or(r.country_code = boyfanz.current_country() and r.region_code = '*'), false)
        when 'allow' then coalesce(bool_or(r.country_code = boyfanz.current_country()), false)
      end,
      true)
    from public.user_geo_restrictions r
    where r.user_id = person);
end
