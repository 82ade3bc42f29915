"""What waits for whom: the start page, its queues, the month, and translations that were left behind. Reads only."""
