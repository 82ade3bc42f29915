"""Django's sessions in the database, each with whose it is."""

from datetime import timedelta
from typing import Any

from django.contrib.auth import SESSION_KEY
from django.contrib.sessions.backends import db
from django.db import DatabaseError
from django.utils import timezone

from shaf.devices.models import DeskSession

# A page that is only read writes no oftener than that.
SEEN_EVERY = timedelta(minutes=10)


class SessionStore(db.SessionStore):
    @classmethod
    def get_model_class(cls) -> type[DeskSession]:
        return DeskSession

    def create_model_instance(self, data: dict[str, Any]) -> DeskSession:
        row = super().create_model_instance(data)
        user = data.get(SESSION_KEY)
        row.user_id = int(user) if user else None
        return row

    def _get_session_from_db(self) -> DeskSession | None:
        row = super()._get_session_from_db()
        if row and row.user_id and timezone.now() - row.seen_at > SEEN_EVERY:
            _seen(row)
        return row


def _seen(row: DeskSession) -> None:
    """A full disk, or a database that is being left, keeps nobody from reading."""
    try:
        DeskSession.objects.filter(pk=row.pk).update(seen_at=timezone.now())
    except DatabaseError:
        return
