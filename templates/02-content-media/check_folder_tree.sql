declare
  deepest integer := tg_argv[0];
  levels integer;
begin
  -- Two moves at once could each be fine and together make a circle.
  perform pg_advisory_xact_lock(hashtextextended('media_folders ' || new.creator_id, 0));
  -- From the new place to the root, and from it to the deepest folder below; a circle is longer than any limit.
  levels := (
    with recursive up as (
      select new.parent_id as id, 1 as level
      union all
      select f.parent_id, up.level + 1
      from up join public.media_folders f on f.id = up.id
      where f.parent_id is not null and up.level <= deepest
    ), down as (
      select new.id, 1 as level
      union all
      select f.id, down.level + 1
      from down join public.media_folders f on f.creator_id = new.creator_id and f.parent_id = down.id
      where down.level <= deepest
    )
    select (select max(up.level) from up) + (select max(down.level) from down)
  );
  if levels > deepest then
    raise exception 'Folder "%" lies more than % levels deep, or in itself', new.name, deepest
      using errcode = 'check_violation', table = tg_table_name, schema = tg_table_schema, column = 'parent_id';
  end if;
  return null;
end
