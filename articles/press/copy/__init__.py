"""The copy check: a text in, findings out. Pure: no request, clock or active language; nothing is stored."""
