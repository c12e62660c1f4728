-- Printed and read back under the settings of this function: UTC, ISO.
select i.inhrelid::regclass, bound[1]::timestamptz, bound[2]::timestamptz
from pg_inherits i
  join pg_class c on c.oid = i.inhrelid
  cross join lateral regexp_match(
    pg_get_expr(c.relpartbound, c.oid), $re$FROM \('([^']+)'\) TO \('([^']+)'\)$re$) bound
where i.inhparent = parent and bound is not null
