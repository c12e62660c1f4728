select * from boyfanz.run_maintenance(parent, at, array['move', 'make default', 'make', 'drop', 'drop chunks'])
