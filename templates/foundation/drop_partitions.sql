select count(*) filter (where problem is null)::integer
from boyfanz.run_maintenance(parent, at, array['drop', 'drop chunks'])
