"""The copy check of a draft: what its rules say of one language, and the safe repairs as one save."""
