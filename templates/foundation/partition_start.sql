-- Always from 1970 and never from the one before: 31 January plus a month plus a month is not 31 March.
select case
  when months > 0 then timestamptz '1970-01-01 00:00+00' + make_interval(months =>
    (months * floor(((extract(year from moment) - 1970) * 12 + extract(month from moment) - 1) / months))::integer)
  else date_bin(every, moment, timestamptz '1970-01-01 00:00+00')
end
from (select extract(year from every) * 12 + extract(month from every) as months) s
