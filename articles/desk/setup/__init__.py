"""From nothing to a desk that works: who founds it, what stands and what lacks. `manage.py setup` asks."""
