"""How a report is cited: a line for people, and a record for each of the programs that keep references."""
