"""Carrying out a form once, and answering it again as it was answered."""

from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext
from datetime import timedelta
from functools import wraps
from hashlib import sha256
from typing import Any

from django.contrib.admin.options import IS_POPUP_VAR
from django.contrib.messages import get_messages
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from shaf.db.at_once import once_more
from shaf.inputs import resubmit
from shaf.once.models import SentForm
from shaf.once.tokens import FIELD, is_token

View = Callable[..., HttpResponse]
KEPT = timedelta(days=2)
# What a page says of itself, and not the person who fills it in. Passwords are not even hashed.
NOT_TYPED = {"csrfmiddlewaretoken", FIELD, "tab", "supersedes", "opened_by"}


def once(
    view: View, *, before: Callable[[HttpRequest], AbstractContextManager[None]] = lambda request: nullcontext()
) -> View:
    """A POST that carries a token is one transaction, and is carried out once; one without goes on as it always did.

    - It was carried out when it is answered by a redirect, with 201 or 204, or by the page that closes a popup.
      Anything else, such as the form with its errors, leaves the token unused.
    - The same form again waits for the first and gets its answer. With other content it gets a page with all that was
      typed and the way to what the first one made, unless the view is one `that_saves_again`.
    - Where the database refuses a row that somebody else has stored at this moment, the view runs again: its checks
      now see what stands there.

    `before` surrounds the transaction: what takes long and stores nothing is worked out in it first, since on SQLite
    nobody else writes while a transaction is open.
    """

    @wraps(view)
    def answering(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if request.method != "POST":
            return view(request, *args, **kwargs)
        with before(request):
            return _answer_once(view, request, *args, **kwargs)

    return answering


def _answer_once(view: View, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
    token = request.POST.get(FIELD, "")
    if not is_token(token) or getattr(view, "may_be_repeated", False):
        return view(request, *args, **kwargs)
    said = get_messages(request).queued()
    before = len(said)

    def begin_again() -> None:
        del said[before:]
        for _name, files in request.FILES.lists():
            for file in files:
                file.seek(0)

    return once_more(lambda: _answer(view, request, token, *args, **kwargs), begin_again=begin_again)


def _answer(view: View, request: HttpRequest, token: str, *args: Any, **kwargs: Any) -> HttpResponse:
    now, person = timezone.now(), request.user.pk or 0
    said = get_messages(request).queued()
    before = len(said)
    sent, first = SentForm.objects.get_or_create(
        person=person, token=token, defaults={"digest": _digest(request), "at": now}
    )
    if not first:
        if sent.digest == _digest(request):
            return sent.answer(request)
        if not getattr(view, "saves_again", False):
            return resubmit.sent_before(request, told=sent.told(), where=sent.location)
        request.sent_before = sent
        return view(request, *args, **kwargs)
    response = view(request, *args, **kwargs)
    if _carried_out(request, response):
        sent.made = getattr(request, "made", None)
        sent.remember(response, said[before:])
        transaction.on_commit(lambda: forget(now), robust=True)
    else:
        sent.delete()
    return response


def may_be_repeated(view: View) -> View:
    """Marks a view whose every repetition finds what the first has made, and that is too slow for one transaction."""
    view.may_be_repeated = True
    return view


def that_saves_again(view: View) -> View:
    """Marks a view that itself sees to a form that was sent before with other content (`request.sent_before`)."""
    view.saves_again = True
    return view


def forget(now: Any) -> None:
    """Drop what is older than KEPT."""
    SentForm.objects.filter(at__lt=now - KEPT).delete()


def _carried_out(request: HttpRequest, response: HttpResponse) -> bool:
    if IS_POPUP_VAR in request.POST and "admin/popup_response.html" in (getattr(response, "template_name", None) or ()):
        response.render()
        return True
    return 300 <= response.status_code < 400 or response.status_code in (201, 204)


def _digest(request: HttpRequest) -> str:
    digest = sha256(request.get_full_path().encode())
    for name, values in sorted(request.POST.lists()):
        if name not in NOT_TYPED and "password" not in name:
            digest.update(repr((name, values)).encode(errors="replace"))
    for name, files in sorted(request.FILES.lists()):
        for file in files:
            digest.update(repr((name, file.name)).encode(errors="replace"))
            for chunk in file.chunks():
                digest.update(chunk)
            file.seek(0)
    return digest.hexdigest()
