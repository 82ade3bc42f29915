"""The authority of the feed ids (RFC 4151): a domain or mail address of the centre's own, set at the first migrate."""

import re

from shaf.startup.configuration import is_here

LABEL = r"[a-z0-9](?:[a-z0-9-]*[a-z0-9])?"
DOMAIN = rf"{LABEL}(?:\.{LABEL})*"
# RFC 4151, section 2.1: authorityName = DNSname / emailAddress.
NAME = re.compile(rf"(?:[a-z0-9._-]+@)?({DOMAIN})")


def trouble(name: str) -> str:
    """Return why the name cannot be the authority, as a sentence; '' where it can."""
    found = NAME.fullmatch(name)
    if not found or len(name) > 150:
        return f"“{name}” can be no authority of feed ids: that is a domain in small letters, as reports.example.org."
    if is_here(found[1]):
        return f"“{name}” is every machine’s name for itself, and can be no authority of feed ids."
    return ""
