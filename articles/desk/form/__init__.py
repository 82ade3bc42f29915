"""The form of a report, and the pages that ask before a verb."""
