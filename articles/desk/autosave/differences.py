"""What differs between two drafts, where both hold the same few fields."""

from django.contrib.auth.models import AbstractBaseUser

from articles.desk.article import draft, rights
from articles.desk.autosave.posted import DAYS, as_day
from articles.desk.diff.drafts import compare_drafts
from articles.desk.diff.result import Changes


def differences(old: draft.Draft, new: draft.Draft, user: AbstractBaseUser) -> Changes:
    """For the partial articles/changes/_changes.html, as this person may see it."""
    return compare_drafts(
        _comparable(old), _comparable(new), pictures=rights.known_pictures(user), files=rights.known_files(user)
    )


def _comparable(found: draft.Draft) -> draft.Draft:
    """Without days and numbers that are half typed: the comparison knows real ones only."""
    number = found.get("series_number")
    return found | {
        **({"series_number": None} if isinstance(number, str) else {}),
        **({"attributions": [_row(row) for row in found["attributions"]]} if "attributions" in found else {}),
    }


def _row(row: draft.Draft) -> draft.Draft:
    return row | {day: None for day in DAYS if isinstance(as_day(row.get(day)), str)}
