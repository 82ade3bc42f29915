"""The copy check: sentences written before its rules, the centre's own report, and arbitrary texts."""
