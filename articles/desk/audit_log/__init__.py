"""The audit log at the desk: managers read it, each for their branch, and take it along; nobody writes it here."""
