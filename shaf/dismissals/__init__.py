"""What somebody has put away for good: a leaf with a table."""
