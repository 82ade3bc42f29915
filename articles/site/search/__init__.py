"""Search: /search/?q=, also by branch, author, source, topic and year."""
