declare
  category record;
begin
  for category in
    select c.path, c.is_prohibited, c.explicit_level
    from public.marketplace_categories c
    where c.id = new.category_id
  loop
    exit;
  end loop;
  if category.is_prohibited and new.status in ('in_review', 'listed') then
    raise exception 'Goods of category % are prohibited', category.path
      using errcode = 'check_violation', table = 'marketplace_listings', column = 'category_id';
  end if;
  if new.explicit_level < category.explicit_level then
    raise exception 'A listing in category % is at least of explicit level %', category.path, category.explicit_level
      using errcode = 'check_violation', table = 'marketplace_listings', column = 'explicit_level';
  end if;
  return new;
end
