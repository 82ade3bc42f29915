"""Letters, words and addresses, Arabic above all. It imports nothing else of ours."""
