"""A leaf: files that a report carries, checked before they are stored under the hash of their bytes."""
