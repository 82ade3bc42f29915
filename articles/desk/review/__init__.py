"""The review screen: what would change for readers, the remarks on it, and the decision, on one page."""
