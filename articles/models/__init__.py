"""The desk's tables: the working copy and what hangs on it. Mutable and private; the public never reads them.

Only `draft.py` writes an article's content and only the verbs of `workflow/` move a state.
"""

from articles.models.archive import Import, ImportFinding
from articles.models.article import Article, Attribution, Credit, Track
from articles.models.autosave import Autosave, Presence
from articles.models.brought import BroughtFile
from articles.models.demo import DemoMark
from articles.models.file import ReportFile
from articles.models.house_style import CopyName, CopyRule, CopyTerm, LeftFinding
from articles.models.invitation import Invitation
from articles.models.notice import MailChoice, Notice
from articles.models.picture import Picture, PictureSize
from articles.models.preview import PreviewLink
from articles.models.record import Revision, Transition
from articles.models.review import ReviewNote
from articles.press.models import Edition

__all__ = [
    "Article",
    "Attribution",
    "Autosave",
    "BroughtFile",
    "CopyName",
    "CopyRule",
    "CopyTerm",
    "Credit",
    "DemoMark",
    "Edition",
    "Import",
    "ImportFinding",
    "Invitation",
    "LeftFinding",
    "MailChoice",
    "Notice",
    "Picture",
    "PictureSize",
    "Presence",
    "PreviewLink",
    "ReportFile",
    "ReviewNote",
    "Revision",
    "Track",
    "Transition",
]
