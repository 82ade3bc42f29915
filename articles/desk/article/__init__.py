"""The ground floor of the desk: what a report's working copy is, and who may do what with it."""
