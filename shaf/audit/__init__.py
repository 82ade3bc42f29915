"""Who did what, and when: a log that nobody rewrites unseen. A leaf with tables of its own."""
