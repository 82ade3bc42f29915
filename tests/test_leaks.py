"""No unpublished byte reaches an anonymous request (DESIGN 7.1).

The scramble: every text, JSON and file column of every model outside press and register is overwritten with a canary,
the clock frozen, every URL pattern fetched, and no public response changes by a byte. Models and patterns are found
here by themselves, so a new one is included or fails.
"""

import logging
import re
import sys
from collections.abc import Iterator
from datetime import timedelta
from functools import cache
from itertools import product

import pytest
import time_machine
from django.apps import apps
from django.db import connection, models
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver

from articles.desk import workflow
from articles.desk.archive.recording import Found, record
from articles.models import Article
from articles.press import models as press
from articles.press.models import Edition
from articles.press.old_addresses import Former, Leads, Place, remember
from articles.site.cards.address import version_of
from articles.site.frame import name_of
from authors import models as register
from shaf.db import clock
from shaf.http.state_watch import NEVER, State
from tests import factories as f
from tests.clock import stop
from tests.conftest import lift_guards
from tests.front import Front

pytestmark = pytest.mark.one_database

CANARY = "كناري7canary"
# What the public reads, by design.
PUBLIC = {m for module in (press, register) for m in vars(module).values() if isinstance(m, type)}
# Django's own names of tables and permissions; a request without them is none.
MACHINERY = {"contenttypes.contenttype", "auth.permission", "sessions.session"}

# What each argument of a URL pattern is tried with. An argument that is not named here fails the test.
ARGUMENTS = {
    "article": lambda: [*Article.objects.values_list("pk", flat=True), 999_999],
    "article_id": lambda: [*Article.objects.values_list("pk", flat=True), 999_999],
    "number": lambda: [1, 2, 3],
    "language": lambda: ["ar", "en"],
    "slug": lambda: [*slugs(), "لا-يوجد"],
    "name": lambda: [f"{'0' * 64}.png"],
    "verb": lambda: ["approve"],
    "version": lambda: [1],
    "object_id": lambda: [*Article.objects.order_by("pk").values_list("pk", flat=True)][:3],
    "app_label": lambda: ["articles"],
    "content_type_id": lambda: [1],
    "id": lambda: [1],
    "url": lambda: ["x"],
    "queue": lambda: ["drafts", "review"],
    "year": lambda: [clock.database_now().year, 2026],
    "month": lambda: [f"{clock.database_now().month:02}", 11, 13],
    "link_id": lambda: [1],
    "picture_id": lambda: [1],
    "uidb64": lambda: ["MQ"],
    "token": lambda: ["abc-def", "guessed.link"],
    "notice_id": lambda: [1],
    "branch_id": lambda: [1],
    "kind": lambda: ["author", "nothing"],
    "entry_id": lambda: [1],
    "author_id": lambda: [1],
    "autosave_id": lambda: [1],
    "file_id": lambda: [1],
    "import_id": lambda: [1],
    "user_id": lambda: [1],
    "extension": lambda: ["bib", "ris", "json", "png", "jpg"],
    "card": lambda: sorted(cards()),
    "section": lambda: ["pages", "reports", "authors", "nothing"],
    "part": lambda: [1, 2],
}
FOLDERS = {
    "branches": register.Branch,
    "authors": register.Author,
    "sources": register.Source,
    "topics": register.Topic,
    "series": register.Series,
    "types": register.ReportType,
    "pages": register.Page,
}
# Once for the whole site, so they name what is public in either language.
BOTH_LANGUAGES = ("/news-sitemap.xml", "/llms.txt", "/oai")
HARVEST = "/oai?verb=ListRecords&metadataPrefix=oai_dc"
# Of those that are kept in front of Django, a few.
KEPT = ("/", "/en/", "/articles/", "/feed/", "/corrections/")
QUERIES = ["", "?page=2", "?preview=1", "?q=تقرير", "?language=en", "?before=x", "?revision=1&format=json"]
# Of the former site: each leads to a report of the world, published or not.
OLD = ("/?p={pk}", "/2019/05/{pk}/", "/wp-content/uploads/{pk}.jpg", "/?p={pk}&feed=rss2")


def slugs() -> set[str]:
    found = set(Edition.objects.values_list("slug", flat=True))
    for model in FOLDERS.values():
        found |= slugs_of(model)
    return found


def slugs_of(model: type) -> set[str]:
    return {slug for row in model.objects.values_list("slug_ar", "slug_en") for slug in row if slug}


@cache
def slugs_in(folder: str) -> list[str]:
    """An entry's page and its many feeds: the slugs of its own kind, and one that is no one's."""
    return [*sorted(slugs_of(FOLDERS[folder])), "لا-يوجد"]


def cards() -> set[str]:
    """The cards that are public, and one that is nobody's."""
    now = clock.database_now()
    found = {"0" * 12}
    for edition in Edition.live_at(now):
        publisher = register.Source.publisher()
        found.add(version_of(edition, publisher, name_of(publisher, edition.language)))
    return found


@cache
def slugs_to_try(article: str) -> set[str]:
    """A report's own slugs and one that is not its own: the others would all be the same redirect."""
    return {*Edition.objects.filter(article=article).values_list("slug", flat=True), "لا-يوجد"}


def patterns(resolver: URLResolver | None = None, prefix: str = "") -> Iterator[tuple[str, dict]]:
    """Every pattern of the URL configuration: its route with {arguments}, and its converters."""
    for entry in (resolver or get_resolver()).url_patterns:
        if isinstance(entry, URLResolver):
            yield from patterns(entry, prefix + route(entry))
        elif isinstance(entry, URLPattern):
            yield prefix + route(entry), {}


def route(entry: URLPattern | URLResolver) -> str:
    pattern = str(entry.pattern)
    return "" if pattern == "en/" else pattern


def combined(*values: list[str]) -> Iterator[tuple[str, ...]]:
    """Every pair of the first two arguments; of each that follows every value, where the others have their first.

    By night all with all.
    """
    rest = [few[0] for few in values[2:]]
    yield from ((*pair, *rest) for pair in product(*values[:2]))
    for place, few in enumerate(values[2:], 2):
        first = [other[0] for other in values]
        yield from ((*first[:place], value, *first[place + 1 :]) for value in few[1:])


def addresses() -> list[str]:
    """Every pattern with every argument, in both languages, and the lists with hostile query strings."""
    argument = re.compile(r"<(?:\w+:)?(\w+)>|\(\?P<(\w+)>[^)]*\)+")
    found = []
    for pattern, _converters in patterns():
        names = [a or b for a, b in argument.findall(pattern)]
        values = []
        for name in names:
            assert name in ARGUMENTS, f"{pattern}: say with what <{name}> is to be tried"
            folder = pattern.partition("/")[0]
            own = slugs_in(folder) if name == "slug" and folder in FOLDERS else ARGUMENTS[name]()
            values.append([str(value) for value in own])
        for chosen in combined(*values):
            if names == ["article", "slug"] and chosen[1] not in slugs_to_try(chosen[0]):
                continue
            path = pattern
            for value in chosen:
                path = argument.sub(lambda _match, value=value: value, path, count=1)
            path = "/" + path.replace("\\.", ".").replace("\\Z", "").strip("^$")
            found += [path, "/en" + path] if not path.startswith("/admin") else [path]
    found += [old.format(pk=pk) for old in OLD for pk in ARGUMENTS["article"]()]
    lists = [path for path in found if path.count("/") <= 2 and not path.startswith("/admin")]
    return sorted({*found, HARVEST, *(path + query for path in lists for query in QUERIES)})


def answers(*, admin: bool = True) -> dict[str, tuple]:
    """Status, headers and body of every address, to an anonymous visitor: as Django answers, and as it is kept."""
    # Nothing changes while it is asked. What is kept of another time is another process's.
    state = State(0, NEVER)
    front = Front(lambda: (state, 0))
    slugs_to_try.cache_clear()
    slugs_in.cache_clear()
    seen = {}
    for path in addresses():
        if path.startswith("/admin") and not admin:
            continue
        response = front.get(path)
        # The login form's token is random by design, and carries nothing.
        headers = {k: v for k, v in response.headers.items() if k not in {"Set-Cookie"}}
        body = response.body
        if path.startswith("/admin"):
            assert response.status in (200, 301, 302, 404, 405), path
            if b"csrfmiddlewaretoken" in body:
                body, headers["Content-Length"] = b"", ""
        seen[path] = (response.status, headers, body)
    # The second time: thousands of pages later the first answer has had to go.
    for path in KEPT:
        _first, again = front.get(path), front.get(path)
        assert again.kept, path
        assert (again.status, again.headers, again.body) == seen[path], path
    return seen


def scramble() -> set[str]:
    """Overwrite every text, JSON and file column of every private model; returns the tables that were scrambled."""
    scrambled = set()
    for model in apps.get_models(include_auto_created=True):
        if model in PUBLIC or model._meta.label_lower in MACHINERY:
            continue
        texts = [
            field
            for field in model._meta.concrete_fields
            if isinstance(field, models.CharField | models.TextField | models.JSONField | models.FileField)
        ]
        for pk in model.objects.values_list("pk", flat=True) if texts else []:
            values = {field.column: scrambled_value(field, pk) for field in texts}
            assignments = ", ".join(f'"{column}" = %s' for column in values)
            with connection.cursor() as cursor:
                cursor.execute(
                    f'UPDATE "{model._meta.db_table}" SET {assignments} WHERE "{model._meta.pk.column}" = %s',
                    [*values.values(), pk],
                )
        if texts:
            scrambled.add(model._meta.label)
    return scrambled


def scrambled_value(field: models.Field, pk: int) -> str:
    if isinstance(field, models.JSONField):
        return f'{{"{CANARY}": "{pk}"}}'
    text = f"{CANARY}{pk}"
    return text[-field.max_length :] if field.max_length else text


@pytest.fixture
def world(request, monkeypatch, caplog):
    """Reports in every state, in both languages; then the clock stands still."""
    if request.config.option.nightly:
        monkeypatch.setattr(sys.modules[__name__], "combined", product)
    # To note down each of thousands of addresses that are not there costs as much as to ask for it.
    caplog.set_level(logging.ERROR, "django.request")
    now = clock.database_now()
    f.make_publisher()
    published = f.make_edition(("ar", "en"), topics=[f.make_topic().pk]).article
    f.make_article()
    workflow.submit(f.make_article().pk, "ar", by=f.make_user(role="writer"))
    f.publish(f.make_article(), at=now + timedelta(days=1))
    corrected = f.make_edition().article
    writer = f.make_user(role="writer")
    workflow.reopen(corrected.pk, "ar", by=writer)
    f.write(corrected, writer, title_ar="عنوان مصحح", correction_note_ar="صُحّح.", correction_kind_ar="substantive")
    f.publish(corrected)
    workflow.share_preview(f.make_article().pk, "ar", by=writer, recipient="خبير")
    withdrawn = f.make_edition().article
    workflow.withdraw(withdrawn.pk, "ar", by=f.make_user(role="editor"), reason="سبب معلن")
    reopened = f.make_edition().article
    workflow.reopen(reopened.pk, "ar", by=writer)
    f.User.objects.create_superuser("boss", email="boss@example.org", first_name="سر")
    for pk in Article.objects.values_list("pk", flat=True):
        former = Former(kind="post", number=pk, link=f"/2019/05/{pk}/", file=f"/wp-content/uploads/{pk}.jpg")
        remember(former, Leads(Place.REPORT, pk))
    record([Found(kind="note", text="سر", article=published.pk)], by=writer, command="x", source="سر")
    stop(monkeypatch, clock.database_now())
    return published


@pytest.mark.django_db
def test_the_scramble(world):
    with time_machine.travel(clock.database_now(), tick=False):
        before = answers()
    assert sum(status == 200 for status, _headers, _body in before.values()) > 20
    lift_guards()
    scrambled = scramble()
    assert {"articles.Article", "articles.Revision", "articles.Track", "auth.User"} <= scrambled
    with time_machine.travel(clock.database_now(), tick=False):
        after = answers()
    assert before.keys() <= after.keys()
    for path, answer in before.items():
        assert after[path] == answer, path
    for path, (_status, headers, body) in after.items():
        assert CANARY.encode() not in body, path
        assert CANARY not in str(headers), path


@pytest.mark.django_db
def test_the_control_publishes_one_canary_and_sees_it(world, monkeypatch):
    """So the scramble could fail: the same fetch sees what is published, in its own language and in no other."""
    canaries = {"ar": f"{CANARY} ar", "en": f"{CANARY} en"}
    articles = {
        language: f.make_article(**{f"title_{language}": canary, f"body_{language}": f"<p>{canary}</p>"})
        for language, canary in canaries.items()
    }
    assert not pages_with(CANARY)
    monkeypatch.undo()
    for language, article in articles.items():
        f.publish(article, language)
    after = answers(admin=False)
    for language, prefix in (("ar", ""), ("en", "/en")):
        seen = pages_with(canaries[language], after)
        assert {f"{prefix}/", f"{prefix}/feed/", f"{prefix}/articles/"} <= seen
        assert any(path.startswith(f"{prefix}/articles/{articles[language].pk}/") for path in seen)
        assert any(path.startswith(f"{prefix}/authors/") for path in seen)
        of_one = {path for path in seen if not path.startswith(BOTH_LANGUAGES)}
        assert all(path.startswith("/en/") == (language == "en") for path in of_one)


def pages_with(text: str, seen: dict[str, tuple] | None = None) -> set[str]:
    found = seen if seen is not None else answers(admin=False)
    return {path for path, (_status, _headers, body) in found.items() if text.encode() in body}


@pytest.mark.django_db
def test_a_draft_answers_exactly_like_nothing(world):
    """Status, headers and length of a draft's address are those of an address that never existed."""
    client = Client()
    draft = f.make_article()
    workflow.submit(f.make_article().pk, "ar", by=f.make_user(role="writer"))
    for prefix, tail in product(("", "/en"), ("", "تقرير/", "editions/1/")):
        theirs = client.get(f"{prefix}/articles/{draft.pk}/{tail}")
        nothing = client.get(f"{prefix}/articles/{draft.pk + 5_000}/{tail}")
        assert theirs.status_code == nothing.status_code == 404
        assert theirs.headers == nothing.headers
        own, other = (f"/articles/{pk}/".encode() for pk in (draft.pk, draft.pk + 5_000))
        assert theirs.content.replace(own, b"") == nothing.content.replace(other, b"")
