"""The verbs of the desk. Each is one function and one transaction: lock the article's row, check, act, record.

Buttons, list actions, commands and importers call these, and nothing else sets a state or writes an article. A verb
that does not apply raises Refusal, and then nothing has changed.
"""

from articles.workflow.bin_verbs import bin, empty_bin, unbin
from articles.workflow.people import call_in
from articles.workflow.planning import set_deadline, set_embargo
from articles.workflow.publication import (
    CAIRO,
    approve,
    approve_archive,
    cancel,
    reschedule,
    withdraw,
    withdraw_all,
)
from articles.workflow.review import reopen, send_back, submit, take_back
from articles.workflow.writing import create, write

__all__ = [
    "CAIRO",
    "approve",
    "approve_archive",
    "bin",
    "call_in",
    "cancel",
    "create",
    "empty_bin",
    "reopen",
    "reschedule",
    "send_back",
    "set_deadline",
    "set_embargo",
    "submit",
    "take_back",
    "unbin",
    "withdraw",
    "withdraw_all",
    "write",
]
