begin
  -- TimescaleDB lives in a schema that differs between platforms, and wants the time in the type of the column.
  return query execute (
    select format('select %I.drop_chunks(%L::regclass, older_than => %L::%s)',
      n.nspname, hypertable, before, format_type(a.atttypid, a.atttypmod))
    from boyfanz.rolling_partitions r
      join pg_namespace tn on tn.nspname = r.parent_schema
      join pg_class c on c.relnamespace = tn.oid and c.relname = r.parent_name
      join pg_attribute a on a.attrelid = c.oid and a.attname = r.key_column
      join pg_extension e on e.extname = 'timescaledb'
      join pg_namespace n on n.oid = e.extnamespace
    where c.oid = hypertable);
end
