"""Files that reports carry: their pages at the desk, and where each is used."""
