declare
  country text := boyfanz.current_country();
begin
  -- Planned once for all rows, by plan_cache_mode: the planner holds it cheaper to plan each time, which takes ten times as long.
  -- Of smaller areas a country does not tell: what is open in a part of one is seen in all of it, and nothing is closed for one.
  return (
    select coalesce(bool_or(rule.covers) filter (where rule.mode = 'allow_only'), true)
      and not coalesce(bool_or(rule.covers) filter (where rule.mode = 'block'), false)
      and (not coalesce(bool_or(rule.covers) filter (where rule.mode = 'age_check_required'), false)
        or boyfanz.has_shown_age())
    from (
      select r.mode,
        exists (
          select
          from public.geo_block_areas c
            join public.geo_areas a on a.id = c.area_id
          where c.rule_id = r.id
            and (a.kind = 'country' and a.code = country
              or a.kind = 'region' and r.mode = 'allow_only' and starts_with(a.code, country || '-'))) as covers
      from public.geo_block_rules r
      where r.scope = kind and r.subject_id = subject and r.active @> now()) rule);
end
