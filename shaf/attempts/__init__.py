"""Counting what must not be tried without end: passwords, mails that are asked for, invitations.

The counts are rows, so they hold for every process, through a restart and whatever the cache does.
"""
