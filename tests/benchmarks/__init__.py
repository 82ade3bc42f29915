"""What a page costs, as a ratio to a bare Django page of the same kind and size: `python -m tests.benchmarks`."""
