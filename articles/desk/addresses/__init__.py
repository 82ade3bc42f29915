"""Old addresses at the desk: what imports keep, and what a manager adds by hand."""
