select count(*) filter (where problem is null and action <> 'move')::integer
from boyfanz.run_maintenance(parent, at, array['move', 'make default', 'make'])
