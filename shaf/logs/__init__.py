"""What is written of what happens: in which form, and to which request a line belongs.

A leaf of Python's own logging: the server reads it before Django is there.
"""
