declare
  microseconds bigint := extract(epoch from clock_timestamp()) * 1000000;
begin
  -- 48 bits of milliseconds; version 7 with 12 bits of the fraction of a millisecond; variant and 62 random bits.
  return encode(
    substring(int8send(microseconds / 1000) from 3)
      || int2send((28672 + microseconds % 1000 * 4096 / 1000)::smallint)
      || substring(uuid_send(gen_random_uuid()) from 9),
    'hex')::uuid;
end
