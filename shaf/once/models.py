"""Forms that were sent."""

from typing import Any, ClassVar

from django.contrib import messages
from django.contrib.messages.storage.base import Message
from django.db import models
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils.safestring import SafeData, mark_safe


class SentForm(models.Model):
    """A form that was carried out, and what it was answered: kept until nobody can send it again by mistake.

    `person` is the user's id, 0 for somebody who is not logged in. `digest` is of all that was typed, and of where it
    was sent. `made` is the id of what it made, where its view says so.
    """

    person = models.PositiveBigIntegerField()
    token = models.CharField(max_length=64)
    digest = models.CharField(max_length=64)
    at = models.DateTimeField(db_index=True)
    status = models.PositiveSmallIntegerField(default=0)
    location = models.TextField(blank=True)
    content_type = models.CharField(max_length=100, blank=True)
    body = models.TextField(blank=True)
    said = models.JSONField(default=list)
    made = models.PositiveBigIntegerField(null=True)

    class Meta:
        constraints: ClassVar = [models.UniqueConstraint(fields=["person", "token"], name="once_sent_form_unique")]

    def __str__(self) -> str:
        return f"{self.person} {self.token}"

    def remember(self, response: HttpResponse, said: list[Message]) -> None:
        """Store the answer, with what the person was told."""
        self.status = response.status_code
        self.location = response.get("Location", "")
        self.content_type = response.get("Content-Type", "")
        self.body = response.content.decode()
        self.said = [
            [message.level, text, isinstance(text, SafeData), message.extra_tags]
            for message in said
            for text in [str(message.message)]
        ]
        self.save()

    def told(self) -> list[str]:
        """What the person was told, for a page."""
        # Marked as it was when it was said; nothing else writes here.
        return [mark_safe(text) if safe else text for _level, text, safe, _tags in self.said]  # noqa: S308

    def answer(self, request: HttpRequest) -> HttpResponse:
        """The same answer once more."""
        for (level, _text, _safe, tags), text in zip(self.said, self.told(), strict=True):
            messages.add_message(request, level, text, tags)
        if self.location:
            return HttpResponseRedirect(self.location)
        fields: dict[str, Any] = {"content_type": self.content_type} if self.content_type else {}
        return HttpResponse(self.body, status=self.status, **fields)
