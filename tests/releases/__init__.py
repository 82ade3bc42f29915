"""A small database of each release, as that release left it. test_releases.py takes each to the present tree."""
