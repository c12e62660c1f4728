-- Fills the tables with places of a schema that uses PostGIS and fails unless each query goes by its GiST index.
\set ON_ERROR_STOP 1
set search_path = public;
set session_replication_role = replica;

insert into venues (name, kind, latitude, longitude, public_latitude, public_longitude, timezone)
select 'Venue', 'physical', n * 22 % 149 - 74, n % 300 - 150, n * 22 % 149 - 74, n % 300 - 150, 'UTC'
from generate_series(1, 5000) n;

insert into events (organizer_id, venue_id, slug, title, format, during, timezone, state, latitude, longitude)
select gen_random_uuid(), gen_random_uuid(), 'event-' || n, 'Event', 'in_person', tstzrange(now(), now() + interval '1 hour'),
  'UTC', 'published', n * 22 % 149 - 74, n % 300 - 150
from generate_series(1, 5000) n;

insert into live_ingest_endpoints (region, hostname, protocols, latitude, longitude, capacity_mbps)
select 'eu', 'ingest-' || n || '.example.com', '{srt}', n * 22 % 149 - 74, n % 300 - 150, 1000
from generate_series(1, 5000) n;

insert into user_discovery_locations
  (user_id, latitude, longitude, precision_km, h3_cell, country_code, source, visible_until)
select gen_random_uuid(), n * 22 % 149 - 74, n % 300 - 150, 5, (1::bigint << 59) | (6::bigint << 52), 'DE', 'manual', now()
from generate_series(1, 5000) n;

insert into geo_block_rules (scope, subject_id, mode, reason, radius_m, center_latitude, center_longitude)
select 'event', gen_random_uuid(), 'block', 'safety', 5000, n * 22 % 149 - 74, n % 300 - 150
from generate_series(1, 5000) n;

-- Squares of one degree, from 150 W 50 S on.
insert into geo_areas (kind, code, name_key, boundary, boundary_simple, frame, centroid_latitude, centroid_longitude)
select 'city', n, 'city', shape, shape, box(point(x, y), point(x + 1, y + 1)), y + 0.5, x + 0.5
from generate_series(1, 20000) n
cross join lateral (select n % 300 - 150 as x, n / 300 - 50 as y) corner
cross join lateral (
  select jsonb_build_object('type', 'MultiPolygon', 'coordinates', jsonb_build_array(jsonb_build_array(jsonb_build_array(
    jsonb_build_array(x, y), jsonb_build_array(x + 1, y), jsonb_build_array(x + 1, y + 1), jsonb_build_array(x, y + 1),
    jsonb_build_array(x, y))))) as shape) square;

analyze venues, events, live_ingest_endpoints, user_discovery_locations, geo_block_rules, geo_areas;

create function pg_temp.goes_by(index text, query text) returns void language plpgsql as $$
declare
  line text;
  plan text := '';
  found bigint;
begin
  for line in execute 'explain ' || query loop
    plan := plan || line || E'\n';
  end loop;
  if strpos(plan, index) = 0 then
    raise exception E'% is not used by: %\n%', index, query, plan;
  end if;
  execute 'select count(*) from (' || query || ') found' into found;
  if found = 0 then
    raise exception 'Nothing is found by: %', query;
  end if;
end $$;

select pg_temp.goes_by(index, query) from (values
  ('venues_public_position_idx', $$
    select id from venues
    where status = 'active' and st_dwithin(public_position, st_setsrid(st_makepoint(13.4, 12.5), 4326)::geography, 500000)$$),
  ('venues_public_position_idx', $$
    select id from venues where status = 'active'
    order by public_position <-> st_setsrid(st_makepoint(13.4, 12.5), 4326)::geography limit 5$$),
  ('events_position_idx', $$
    select id from events
    where state = 'published' and st_dwithin(position, st_setsrid(st_makepoint(13.4, 12.5), 4326)::geography, 500000)$$),
  ('live_ingest_endpoints_position_idx', $$
    select id from live_ingest_endpoints where not is_draining
    order by position <-> st_setsrid(st_makepoint(13.4, 12.5), 4326)::geography limit 1$$),
  ('user_discovery_locations_position_idx', $$
    select user_id from user_discovery_locations
    where st_dwithin(position, st_setsrid(st_makepoint(13.4, 12.5), 4326)::geography, 500000)$$),
  ('geo_block_rules_center_idx', $$
    select id from geo_block_rules
    where st_dwithin(center, st_setsrid(st_makepoint(13.4, 12.5), 4326)::geography, 500000)$$),
  ('geo_areas_area_idx', $$
    select id from geo_areas where st_covers(area, st_setsrid(st_makepoint(13.4, 12.4), 4326)::geography)$$),
  ('geo_areas_area_simple_idx', $$
    select id from geo_areas where st_covers(area_simple, st_setsrid(st_makepoint(13.4, 12.4), 4326))$$)
) wanted (index, query);
