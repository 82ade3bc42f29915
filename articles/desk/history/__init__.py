"""What was: the versions of a report, its editions, and the way back to an earlier version."""
