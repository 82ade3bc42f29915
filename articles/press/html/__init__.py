"""A library of HTML: what a text may hold, its one canonical spelling, and readings of it."""
