"""What changed between two texts, block by block and then word by word, as a person would say it."""
