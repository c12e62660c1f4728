begin
  if (new.is_verified::integer, -new.first_index, -new.forwarded_count)
    < (old.is_verified::integer, -old.first_index, -old.forwarded_count)
  then
    return null; -- The upload is not wrong, only late: the row stays as it is.
  end if;
  return new;
end
