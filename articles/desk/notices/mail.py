"""The mail of a notice, or of a day's notices: Arabic, plain and HTML, with nothing of a report but its title."""

import unicodedata
from email.header import Header
from email.message import Message
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.contrib.auth.models import AbstractBaseUser
from django.contrib.auth.tokens import default_token_generator
from django.core.mail import EmailMultiAlternatives
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.encoding import force_bytes
from django.utils.formats import date_format
from django.utils.http import urlsafe_base64_encode
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from articles.desk.article.four_eyes import printed_name
from articles.desk.article.verb import EDITORS
from articles.desk.notices.kinds import SECURITY, address_of, kind_of, reason_of, time_of
from articles.models import Notice
from authors.models import Membership, Source

LANGUAGE = "ar"
LONGEST_TITLE = 150
ISOLATE, END = "\u2068", "\u2069"


class Letter(EmailMultiAlternatives):
    """Django folds a header that is not ASCII as if it had no name, and the first line grows too long: it is folded
    once more, right behind the name, and unfolds to a text with a space before it."""

    def message(self) -> Message:
        message = super().message()
        subject = Header(self.subject, "utf-8" if not self.subject.isascii() else "ascii", header_name="Subject")
        # Past Django's own refusal of line ends, which have been looked for.
        Message.replace_header(message, "Subject", subject.encode())
        return message


def compose(letter: list[Notice]) -> EmailMultiAlternatives:
    """One notice, or several to one person: a digest."""
    with translation.override(LANGUAGE), timezone.override(timezone.get_default_timezone()):
        first = letter[0]
        template = first.kind if kind_of(first).person else "reports"
        template = "security" if first.kind in SECURITY else template
        context = {
            "person": printed_name(first.to),
            "publisher": _publisher(),
            "items": [_item(notice) for notice in letter],
            "choices": settings.SITE_URL + reverse("admin:inbox_choices"),
            **(_account(first) if kind_of(first).person else {}),
        }
        message = Letter(
            _subject(letter, context),
            render_to_string(f"admin/articles/notices/mail_{template}.txt", context),
            to=[first.to.email],
            headers={
                "Message-ID": _message_id(letter),
                "Auto-Submitted": "auto-generated",
                "Content-Language": LANGUAGE,
            },
        )
        html = render_to_string(f"admin/articles/notices/mail_{template}.html", context)
        message.attach_alternative(html, "text/html")
        return message


def one_line(text: str) -> str:
    """Safe in a header, and turning no text around it: no line breaks, control or direction characters."""
    kept = "".join(" " if unicodedata.category(c) in ("Cc", "Zl", "Zp") else c for c in text)
    kept = "".join(c for c in kept if unicodedata.bidirectional(c) not in BIDI_CONTROLS)
    return " ".join(kept.split())


BIDI_CONTROLS = {"LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"}


def isolated(text: str) -> str:
    """A name within an Arabic line of plain text, whatever direction it has itself."""
    return f"{ISOLATE}{text}{END}"


def _item(notice: Notice) -> dict[str, Any]:
    about = notice.article or notice.branch
    title = one_line(str(about)) if about else ""
    if len(title) > LONGEST_TITLE:
        title = title[:LONGEST_TITLE].rstrip() + "…"
    return {
        "says": kind_of(notice).says,
        "title": title,
        "language": notice.get_language_display(),
        "by": one_line(printed_name(notice.by)) if notice.by else "",
        "at": date_format(timezone.localtime(notice.at), "DATETIME_FORMAT"),
        "time": time_of(notice),
        "reason": reason_of(notice),
        "url": settings.SITE_URL + address_of(notice),
    }


def _subject(letter: list[Notice], context: dict[str, Any]) -> str:
    if len(letter) > 1:
        n = len(letter)
        return ngettext("%(n)d notice from the desk", "%(n)d notices from the desk", n) % {"n": n}
    (item,) = context["items"]
    if not item["title"]:
        return f"{context['publisher']}: {item['says']}"
    return f"{item['says']}: {isolated(item['title'])}"


def _account(notice: Notice) -> dict[str, Any]:
    """What mails about an account say: the branch, the roles, and a link that opens once."""
    person = notice.to
    branch = notice.branch
    roles = Membership.objects.filter(user=person, branch=branch) if branch else []
    return {
        "branch": str(branch or ""),
        "by": one_line(printed_name(notice.by)) if notice.by else "",
        "roles": [f"{role.get_role_display()} ({role.get_language_display()})" for role in roles],
        "second_factor": settings.SECOND_FACTOR_REQUIRED and any(role.role in EDITORS for role in roles),
        "username": person.get_username(),
        "desk": settings.SITE_URL + reverse("admin:index"),
        "security": settings.SITE_URL + reverse("security"),
        "reset": settings.SITE_URL + reverse("admin_password_reset"),
        "days": settings.PASSWORD_RESET_TIMEOUT // (24 * 3600),
        "link": _one_time_link(person) if notice.kind == "password_reset" or not person.has_usable_password() else "",
    }


def _one_time_link(person: AbstractBaseUser) -> str:
    uid = urlsafe_base64_encode(force_bytes(person.pk))
    token = default_token_generator.make_token(person)
    return settings.SITE_URL + reverse("password_reset_confirm", args=[uid, token])


def _message_id(letter: list[Notice]) -> str:
    """The same for every try, so that a mail server that was handed it twice can tell."""
    first, last = letter[0], letter[-1]
    what = f"{first.pk}" if first is last else f"{first.pk}-{last.pk}-{len(letter)}"
    return f"<notice.{what}.{int(first.at.timestamp())}@{urlsplit(settings.SITE_URL).hostname}>"


def _publisher() -> str:
    publisher = Source.publisher()
    return one_line(publisher.name_in(LANGUAGE)) if publisher else str(_("Shaf desk"))
