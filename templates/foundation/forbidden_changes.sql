select coalesce(array_agg(fresh.key order by fresh.key), '{}')
from jsonb_each(new_row) as fresh
where fresh.key <> 'updated_at'
  and fresh.value is distinct from old_row -> fresh.key
  and not ('change ' || fresh.key = any (allowances))
  and not ('set ' || fresh.key = any (allowances) and old_row -> fresh.key = 'null')
  and not ('clear ' || fresh.key = any (allowances) and fresh.value = 'null')
