"""In: a Manuscript. Out: an Edition. Nothing else passes.

No request, no login, no active language, no network, no clock: time is an argument.
"""
