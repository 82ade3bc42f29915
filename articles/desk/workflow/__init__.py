"""The verbs of the desk. Each is one function and one transaction: lock the article's row, check, act, record.

Buttons, list actions, commands and importers call these, and nothing else sets a state or writes an article. A verb
that does not apply raises Refusal, and then nothing has changed. What each needs, says and tells stands in the table of
verbs (article/verbs.py).
"""

from collections.abc import Callable
from functools import partial
from typing import Any

from articles.desk.workflow.bin import bin, empty_bin, unbin
from articles.desk.workflow.copy import add_copy_name, leave_finding, take_up_finding
from articles.desk.workflow.guests import call_in
from articles.desk.workflow.merging import merge_authors
from articles.desk.workflow.naming import add_entry, add_missing_name, check_name
from articles.desk.workflow.planning import set_deadline, set_embargo
from articles.desk.workflow.publication import (
    CAIRO,
    approve,
    approve_archive,
    cancel,
    reschedule,
    withdraw,
    withdraw_all,
)
from articles.desk.workflow.remarks import remark, reopen_remark, resolve_remark
from articles.desk.workflow.restoring import restore
from articles.desk.workflow.review import reopen, send_back, step, submit, take_back
from articles.desk.workflow.sharing import revoke_preview, share_preview
from articles.desk.workflow.translating import translation_checked
from articles.desk.workflow.writing import create, write

__all__ = [
    "CAIRO",
    "add_copy_name",
    "add_entry",
    "add_missing_name",
    "approve",
    "approve_archive",
    "bin",
    "call_in",
    "cancel",
    "check_name",
    "create",
    "empty_bin",
    "leave_finding",
    "merge_authors",
    "remark",
    "reopen",
    "reopen_remark",
    "reschedule",
    "resolve_remark",
    "restore",
    "revoke_preview",
    "send_back",
    "set_deadline",
    "set_embargo",
    "share_preview",
    "submit",
    "take_back",
    "take_up_finding",
    "translation_checked",
    "unbin",
    "withdraw",
    "withdraw_all",
    "write",
]


def act_of(verb: str) -> Callable[..., Any]:
    """Return the function that does a verb of the table; one that only moves a track needs none of its own."""
    return globals()[verb] if verb in __all__ else partial(step, verb=verb)
