declare
  suffix text := case
    when starts is null then '_default'
    when extract(year from every) * 12 + extract(month from every) > 0 then to_char(starts, '"_p"YYYY_MM')
    when extract(epoch from every) % 86400 = 0 then to_char(starts, '"_p"YYYYMMDD')
    when extract(epoch from every) % 3600 = 0 then to_char(starts, '"_p"YYYYMMDD_HH24')
    else to_char(starts, '"_p"YYYYMMDD_HH24MI')
  end;
  stem text := parent_name;
begin
  if octet_length(stem || suffix) > 63 then
    -- A name is cut by bytes, a letter may have four; the hash keeps two long names apart.
    suffix := '_' || left(md5(parent_name), 8) || suffix;
    while octet_length(stem || suffix) > 63 loop
      stem := left(stem, -1);
    end loop;
  end if;
  return stem || suffix;
end
