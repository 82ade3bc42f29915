"""The database: its clock, its queries, and two people who store at once."""
