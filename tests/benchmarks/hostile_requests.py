"""Requests that are made to be slow, and what should become of each: one table for the benchmark and for the tests.

Sizes are those that cost most within the bounds (shaf/product/limits.py), or go beyond them.
"""

import io
import json
import random
import resource
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache, cached_property
from typing import Any
from urllib.parse import quote

from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from articles.desk import workflow
from articles.models import Article
from tests import factories as f

BACKEND = "django.contrib.auth.backends.ModelBackend"
MARKS = "a" + "\u0301\u0323" * 300_000
# Seconds of a process.
REFUSED, SAVED, PUBLIC, READ = 0.5, 10.0, 0.1, 10.0
WORDS = (
    *("في", "من", "على", "إلى", "أن", "الدولة", "القرار", "المنطقة", "الأزمة", "تحليل", "مستقبل", "سيناريو"),
    *("اقتصاد", "أمن", "حدود", "مياه", "طاقة", "انتخابات"),
)


def note(n: int, name: str) -> str:
    return f'<a class="footnote-ref" href="#fn-{name}">{n}</a>'


def notes(names: list[str]) -> str:
    return '<section class="footnotes"><ol>' + "".join(f'<li id="fn-{n}">x</li>' for n in names) + "</ol></section>"


@cache
def largest(seed: int = 1) -> str:
    """What is promised: 60,000 words in 3,000 paragraphs, 1,500 footnotes, 100 tables, 300 headings, emphasis."""
    chance = random.Random(seed)
    blocks = []
    for n in range(3_000):
        words = chance.choices(WORDS, k=18)
        words[5] = f"<strong>{words[5]}</strong>"
        words[9] = f"كلمة{n}"
        if n % 2:
            words.append(note(n, str(n)))
        if not n % 10:
            blocks.append(f"<h2>عنوان {n}</h2>")
        if not n % 30:
            blocks.append("<table>" + "<tr><td>أ<td>ب<td>ج<td>د</tr>" * 10 + "</table>")
        blocks.append(f"<p>{' '.join(words)}</p>")
    return "".join(blocks) + notes([str(n) for n in range(1, 3_000, 2)])


# name → text, and whether it is refused before it is put into normal form.
BODIES: dict[str, tuple[Callable[[], str], bool]] = {
    "one text of 990,000 words": (lambda: "<p>" + "a " * 990_000, False),
    "one word of 2.9 MB": (lambda: "<p>" + "a" * 2_900_000, False),
    "600,000 combining marks": (lambda: "<p>" + MARKS, False),
    "combining marks in 10,000 elements": (lambda: "<p>" + ("<b>a" + "\u0301\u0323" * 60 + "</b>c") * 9_000, False),
    "1,000,000 spaces": (lambda: "<p>a" + " " * 1_000_000 + "b", False),
    "90,000 no-break spaces": (lambda: "<p>" + "a\u00a0" * 90_000, False),
    "1,000,000 no-break spaces": (lambda: "<p>" + "a\u00a0" * 1_000_000, True),
    "a picture in the text, 2.9 MB": (lambda: '<p>x<img src="data:image/png;base64,' + "A" * 2_900_000 + '">', False),
    "150,000 attributes": (lambda: "<a " + " ".join(f"a{n}" for n in range(150_000)) + ">x</a>", True),
    "400 tags of 99 attributes": (lambda: ("<a " + " ".join(f"a{n}" for n in range(99)) + ">x</a>") * 400, False),
    "a tag that never ends": (lambda: "<a b='" * 100_000, True),
    "49,000 paragraphs": (lambda: "<p>a</p>" * 49_000, True),
    "19,900 paragraphs": (lambda: "<p>a</p>" * 19_900, False),
    "39,000 paragraphs that nobody closed": (lambda: "<p>a" * 39_000, True),
    "10,000 nested elements": (lambda: "<div>" * 10_000, True),
    "400 nested elements and 30,000 end tags": (lambda: "<div>" * 400 + "</b>" * 30_000, False),
    "formatting left open": (lambda: "".join(f"<b class={n}>" for n in range(90)) + "<p>x" * 30_000, True),
    "quotations 90 deep": (lambda: ("<blockquote>" * 90 + "a" + "</blockquote>" * 90) * 200, False),
    "spans 90 deep": (lambda: "<p>" + ("<span lang=ar>" * 90 + "a" + "</span>" * 90) * 200, False),
    "bold and italic by turns": (lambda: "<p>" + "<b>a</b><i>b</i>" * 9_900, False),
    "tables of wide spans": (lambda: "<table><tr><td colspan=200>a<tr><td>b</table>" * 4_000, True),
    "a table of 10,000 cells": (lambda: "<table>" + ("<tr>" + "<td>a</td>" * 10 + "</tr>") * 900 + "</table>", False),
    "tall spans": (lambda: "<table>" + "<tr><td rowspan=900>a</td></tr>" * 8_000 + "</table>", True),
    "9,000 empty rows": (lambda: "<table>" + "<tr></tr>" * 9_000 + "<tr><td>a</table>", False),
    "3,000 footnotes": (
        lambda: "<p>" + "".join(note(n, str(n)) for n in range(3_000)) + "</p>" + notes([*map(str, range(3_000))]),
        False,
    ),
    "5,000 references to one footnote": (lambda: "<p>" + note(1, "1") * 5_000 + "</p>" + notes(["1"]), False),
    "3,000 footnotes with long names": (
        lambda: (
            "<p>"
            + "".join(note(n, f"{'b' * 65}{n}") for n in range(3_000))
            + "</p>"
            + notes([f"{'b' * 65}{n}" for n in range(3_000)])
        ),
        False,
    ),
    "9,000 links": (lambda: "<p>" + '<a href="https://e.example/">a</a> ' * 9_000, False),
    "6,000 lists": (lambda: "<ul><li>a</ul><ol><li>a</ol>" * 3_000, False),
    "one list of 19,000": (lambda: "<ul>" + "<li>a</li>" * 19_000 + "</ul>", False),
    "90,000 entities": (lambda: "<p>" + "&lt;" * 90_000, False),
    "600,000 ampersands": (lambda: "<p>" + "&" * 600_000, True),
    "280,000 isolates": (lambda: "<p>" + "\u2067a\u2069" * 280_000, False),
    "900,000 embeddings left open": (lambda: "<p>" + "\u202aa" * 700_000, False),
    "10,000 equal headings": (lambda: "<h2>a</h2>" * 9_900, False),
    "19,000 line breaks": (lambda: "<p>a" + "<br>" * 19_000 + "b", False),
    "1,000,000 lines of preformatted text": (lambda: "<pre>" + "a\n" * 1_000_000 + "</pre>", True),
    "150,000 comments": (lambda: "<!--a-->b" * 39_000, False),
    "3.1 MB": (lambda: "<p>" + "ا" * 1_550_000, True),
    "the largest report": (largest, False),
}

# Fields of the form, each refused before a letter of it is normalised.
FIELDS = ("title_ar", "standfirst_ar", "key_points_ar", "slug_ar", "attributions-0-title", "attributions-0-url")


def png(side: int = 6_300) -> bytes:
    """A black square, 39.7 megapixels in some kilobytes."""
    from PIL import Image

    out = io.BytesIO()
    Image.new("L", (side, side)).save(out, "PNG")
    return out.getvalue()


class Timed(Client):
    """A client that adds up what the server took, without what it takes to write a request."""

    taken = 0.0

    def request(self, **request: Any) -> HttpResponse:
        begun = spent()
        try:
            return super().request(**request)
        finally:
            Timed.taken += spent() - begun


def spent() -> float:
    """Seconds of this process and of those that it started and that ended."""
    both = map(resource.getrusage, (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return sum(used.ru_utime + used.ru_stime for used in both)


class Desk:
    """Whom and what the requests need, each made when it is first asked for."""

    @cached_property
    def writer(self) -> Any:
        f.make_publisher()
        return f.make_user(role="writer")

    @cached_property
    def editor(self) -> Any:
        return f.make_user(role="editor")

    def client(self, user: Any = None) -> Client:
        client = Timed(raise_request_exception=False)
        if user is not None:
            client.force_login(user, BACKEND)
        return client

    @cached_property
    def writing(self) -> Client:
        return self.client(self.writer)

    @cached_property
    def editing(self) -> Client:
        return self.client(self.editor)

    @cached_property
    def anybody(self) -> Client:
        return self.client()

    @cached_property
    def article(self) -> Article:
        return f.make_article(by=self.writer)

    def in_review(self, body: str, before: str = "") -> Article:
        """A report with this text in review, and another one live, where one is given."""
        article = f.make_article(by=self.writer, body_ar=before or body)
        if before:
            f.publish(article, by=self.writer, approver=self.editor)
            workflow.reopen(article.pk, "ar", by=self.writer)
            article.refresh_from_db()
            changes = {"body_ar": body, "correction_note_ar": "صُحّح.", "correction_kind_ar": "minor"}
            workflow.write(article.pk, by=self.writer, changes=changes, base_version=article.version)
        workflow.submit(article.pk, "ar", by=self.writer)
        article.refresh_from_db()
        return article

    @cached_property
    def small(self) -> Article:
        return self.in_review("<p>نص</p>")

    @cached_property
    def many(self) -> Article:
        """19,000 paragraphs of one letter, of which each second one changed since the live edition."""
        letters = "ابتثجحخدذرزسشصضطظعغفقكلمنهوي"
        old = [letters[n % 28] for n in range(MANY)]
        new = [letter if n % 2 else letters[(n * 7) % 28] for n, letter in enumerate(old)]
        return self.in_review(*("".join(f"<p>{letter}</p>" for letter in side) for side in (new, old)))

    @cached_property
    def long(self) -> Article:
        """The largest report, rewritten from end to end since its live edition."""
        return self.in_review(largest(2), largest(1))

    def form(self, **typed: str) -> dict[str, str]:
        """The article's form as a browser sends it, with this typed into it."""
        article = self.article
        article.refresh_from_db()
        source, author = f.make_publisher().pk, f.make_author().pk
        return {
            "version": str(article.version),
            "tab": "benchmark-1",
            "title_ar": "عنوان",
            "body_ar": "<p>نص</p>",
            "branch": str(article.branch_id),
            "attributions-TOTAL_FORMS": "1",
            "attributions-INITIAL_FORMS": "0",
            "attributions-0-kind": "byline",
            "attributions-0-source": str(source),
            "attributions-0-authors": str(author),
            "attributions-0-date": "16/11/2025",
        } | typed

    def save(self, **typed: str) -> HttpResponse:
        address = reverse("admin:articles_article_change", args=[self.article.pk])
        return self.writing.post(address, self.form(**typed))

    def keep(self, **typed: str) -> HttpResponse:
        told = {
            "user": self.writer.pk,
            "article": self.article.pk,
            "tab": "benchmark-2",
            "version": self.article.version,
            "changed": [*typed],
            "fields": [*typed.items()],
        }
        return self.post_json(json.dumps(told, ensure_ascii=False).encode())

    def post_json(
        self, body: bytes, name: str = "admin:articles_autosave", client: Client | None = None
    ) -> HttpResponse:
        return (client or self.writing).post(reverse(name), body, content_type="application/json")

    def review(self, article: Article, query: str = "") -> HttpResponse:
        return self.editing.get(reverse("admin:articles_article_review", args=[article.pk, "ar"]) + query)

    def compare(self, article: Article, name: str, *more: str) -> HttpResponse:
        return self.editing.get(reverse(f"admin:articles_article_{name}_compare", args=[article.pk, *more]))

    def pictures(self, count: int, data: bytes) -> HttpResponse:
        files = [SimpleUploadedFile(f"{n}.png", data + bytes([n]), "image/png") for n in range(count)]
        return self.writing.post(reverse("admin:articles_picture_upload"), {"file": files})


MANY = 19_000


@dataclass(frozen=True)
class Request:
    """`statuses`: any of these is right. `bar`: seconds of a process. `ready` makes what is not to be measured."""

    name: str
    send: Callable[[Desk], HttpResponse]
    statuses: tuple[int, ...]
    bar: float
    ready: Callable[[Desk], Any] = lambda desk: desk.article


def _save(name: str, make: Callable[[], str], refused: bool) -> Request:
    # A body that is refused shows the form again, with a sentence and 409.
    send = lambda desk: desk.save(body_ar=make())  # noqa: E731
    return Request(f"save: {name}", send, (409,) if refused else (302, 409), REFUSED if refused else SAVED)


def _rows(desk: Desk, count: int) -> dict[str, str]:
    rows = {f"attributions-{n}-kind": "reference" for n in range(1, count)}
    return rows | {f"attributions-{n}-title": "عمل" for n in range(1, count)} | {"attributions-TOTAL_FORMS": str(count)}


def requests() -> list[Request]:
    """All of them; those of one reader are last."""
    remark = {"verb": "remark", "quote": ""}
    return [
        *(Request(f"save: marks in {x}", lambda d, x=x: d.save(**{x: MARKS}), (200, 409), REFUSED) for x in FIELDS),
        *(_save(name, make, refused) for name, (make, refused) in BODIES.items()),
        Request(
            "save: a form that claims 99,999,999 rows",
            lambda d: d.save(**{"attributions-TOTAL_FORMS": "99999999"}),
            (200, 302, 409),
            REFUSED,
        ),
        Request("save: 1,000 rows", lambda d: d.save(**_rows(d, 1_000)), (200,), SAVED),
        Request(
            "save: 20,000 fields",
            lambda d: d.save(**{f"x{n}": "1" for n in range(20_000)}),
            (413,),
            REFUSED,
        ),
        Request("save: 30 MB", lambda d: d.save(title_en="a" * 30_000_000), (413,), REFUSED),
        Request("keep: marks in the standfirst", lambda d: d.keep(standfirst_ar=MARKS), (413,), REFUSED),
        Request("keep: marks in the text", lambda d: d.keep(body_ar="<p>" + MARKS), (200,), SAVED),
        Request("keep: the largest report", lambda d: d.keep(body_ar=largest()), (200,), SAVED),
        Request("keep: 2,000,000 lists", lambda d: d.post_json(b"[" + b"[]," * 2_000_000 + b"[]]"), (400,), REFUSED),
        Request("keep: 2,000,000 names", lambda d: d.post_json(b"[" + b'"a",' * 2_000_000 + b'"a"]'), (400,), REFUSED),
        Request("keep: 100,000 nested lists", lambda d: d.post_json(b"[" * 100_000), (400,), REFUSED),
        Request("library: 20 pictures of 39.7 megapixels", lambda d: d.pictures(20, png()), (302,), SAVED),
        Request("library: 60 files", lambda d: d.pictures(60, b"x"), (413,), REFUSED),
        Request(
            "remark: marks",
            lambda d: d.editing.post(
                reverse("admin:articles_article_review", args=[d.article.pk, "ar"]), remark | {"text": MARKS}
            ),
            (409,),
            REFUSED,
        ),
        Request(
            "send back: marks",
            lambda d: d.editing.post(
                reverse("admin:articles_article_review", args=[d.small.pk, "ar"]),
                {"verb": "send_back", "reason": MARKS},
            ),
            (409,),
            REFUSED,
            ready=lambda d: d.small,
        ),
        Request(
            "name: marks",
            lambda d: d.writing.post(reverse("admin:writing_add_author"), {"name_ar": "ا" + MARKS}),
            (400,),
            REFUSED,
        ),
        Request(
            "lookup: 20,000 marks",
            lambda d: d.writing.get(
                reverse("admin:autocomplete"),
                {"term": MARKS[:20_000], "app_label": "articles", "model_name": "attribution", "field_name": "source"},
            ),
            (200,),
            REFUSED,
        ),
        Request(
            "pictures found by 20,000 marks",
            lambda d: d.writing.get(reverse("admin:articles_picture_changelist"), {"q": MARKS[:20_000]}),
            (200,),
            REFUSED,
        ),
        *(
            Request(f"{what}: {which}", lambda d, send=send, get=get: send(d, get(d)), (200,), READ, get)
            for which, get in (("many paragraphs", lambda d: d.many), ("the largest report", lambda d: d.long))
            for what, send in (
                ("review, whole", lambda d, article: d.review(article, "?view=whole")),
                ("review, changes", lambda d, article: d.review(article)),
                ("review, page 2", lambda d, article: d.review(article, "?page=2")),
                ("compare versions", lambda d, article: d.compare(article, "versions")),
                ("compare editions", lambda d, article: d.compare(article, "editions", "ar")),
            )
        ),
        # What anybody can send.
        Request(
            "reader: the largest report",
            lambda d: d.anybody.get(f"/articles/{d.long.pk}/", follow=True),
            (200,),
            PUBLIC,
            lambda d: d.anybody.get(f"/articles/{d.long.pk}/", follow=True),
        ),
        *(
            Request(
                f"reader: {what}", lambda d, x=path: d.anybody.get(x), statuses, PUBLIC, lambda d: d.anybody.get("/")
            )
            for what, path, statuses in (
                ("the home page", "/", (200,)),
                ("a feed", "/feed/", (200,)),
                ("search for 20,000 marks", "/search/?q=" + quote(MARKS[:20_000]), (200,)),
                ("search for 20,000 words", "/search/?q=" + "a+" * 20_000, (200,)),
                ("search for what is everywhere", "/search/?q=" + quote("كلمة الدولة"), (200,)),
                ("a path of 20,000 marks", "/articles/" + quote(MARKS[:20_000]) + "/", (404,)),
                ("a path of 600 marks", "/topics/" + quote(MARKS[:600]) + "/", (404,)),
                ("a path that was encoded again and again", "/" + "%25" * 600 + "41/", (404,)),
                ("20,000 parameters", "/search/?" + "a=1&" * 20_000, (400,)),
                ("a preview of 20,000 letters", "/preview/" + "a" * 20_000 + "/", (404,)),
                ("8,000 slashes", "/" + "/" * 8_000, (404,)),
            )
        ),
        Request("reader: a post of 19 MB", lambda d: d.anybody.post("/", {"a": "a" * 19_000_000}), (405,), PUBLIC),
        Request(
            "stranger: 10 MB to log in again",
            lambda d: d.post_json(b"[" + b"[]," * 3_000_000 + b"[]]", "relogin", d.anybody),
            (413,),
            PUBLIC,
        ),
        Request(
            "stranger: logs in as 600,000 marks",
            lambda d: d.anybody.post(reverse("admin:login"), {"username": MARKS, "password": "x"}),
            (413,),
            PUBLIC,
        ),
        Request(
            "stranger: a new password for marks",
            lambda d: d.anybody.post(reverse("admin_password_reset"), {"email": MARKS + "@example.org"}),
            (413,),
            PUBLIC,
        ),
    ]
