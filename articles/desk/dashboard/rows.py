"""What a queue prints of each report: its title, its age in words, who holds it and why it is there."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.conf import settings
from django.contrib.auth import get_user_model
from django.db.models import F
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.functional import Promise
from django.utils.translation import gettext as _

from articles.desk.article import draft, rights
from articles.desk.article.four_eyes import contributions, printed_name, unconfirmed, vouchers
from articles.desk.article.roles import call_ins
from articles.desk.article.states import WITH_EDITORS
from articles.desk.article.translations import other
from articles.desk.dashboard.ages import ago, ahead
from articles.desk.dashboard.queues import QUEUES
from articles.desk.dashboard.scope import Desk
from articles.desk.workflow.membership import unanswered
from articles.models import Article, Edition, Track, Transition
from authors.models import Branch

Key = tuple[int, str, datetime | None]
NAMES_SHOWN = 3


@dataclass
class Row:
    """`language` is '' for what concerns both. `mark` is what to look out for, `reason` what somebody wrote."""

    article: int
    language: str
    title: str
    url: str
    when: str
    since: datetime | None
    language_name: str | Promise = ""
    branch: str = ""
    reason: str = ""
    by: str = ""
    mark: str = ""
    writers: list[str] = field(default_factory=list)
    editors: list[str] = field(default_factory=list)
    more_editors: int = 0


def rows(queues: dict[str, list[Key]], desk: Desk) -> dict[str, list[Row]]:
    """The rows of several queues; the number of queries does not depend on theirs."""
    facts = Facts({key[0] for keys in queues.values() for key in keys}, desk)
    return {name: [facts.row(name, key) for key in keys] for name, keys in queues.items()}


class Facts:
    """All that the rows say of these articles, read at once."""

    def __init__(self, articles: Iterable[int], desk: Desk) -> None:
        ids = sorted(articles)
        self.desk = desk
        self.articles = {
            row["pk"]: row
            for row in Article.objects.filter(pk__in=ids).values("pk", "branch", "not_before", "title_ar", "title_en")
        }
        self.branches = {b.pk: str(b) for b in Branch.objects.filter(pk__in={a["branch"] for a in self._all()})}
        guests = dict(call_ins().filter(article__in=ids).values_list("pk", "guest_editor"))
        self.tracks = {
            (row["article"], row["language"]): row | {"guest": guests.get(row["pk"])}
            for row in Track.objects.filter(article__in=ids).values("pk", "article", "language", "state", "due_on")
        }
        self._read_record(ids)
        self._read_people()

    def _all(self) -> Iterable[dict[str, Any]]:
        return self.articles.values()

    def _read_record(self, ids: list[int]) -> None:
        self.moves: dict[tuple[int, str], dict[str, Any]] = {}
        done = Transition.objects.filter(article__in=ids).exclude(from_state=F("to_state")).order_by("-id")
        for move in done.values("article", "language", "verb", "by", "at", "reason"):
            self.moves.setdefault((move["article"], move["language"]), move)
        self.live = {
            (article, language): version
            for article, language, version in Edition.live_at(self.desk.now)
            .filter(article__in=ids)
            .values_list("article", "language", "article_version")
        }
        self.last_writer: dict[tuple[int, str], int] = {}
        self.contributors: dict[tuple[int, str], set[int]] = {}
        for language in draft.LANGUAGES:
            written = contributions(language).filter(article__in=ids).order_by("-version")
            for article, version, by in written.values_list("article", "version", "by"):
                key = (article, language)
                self.last_writer.setdefault(key, by)
                if version > self.live.get(key, 0):
                    self.contributors.setdefault(key, set()).add(by)

    def _read_people(self) -> None:
        invited, self.unconfirmed = unanswered(), unconfirmed()
        self.deciders = {
            (branch, language): [user for user in users if (branch, user) not in invited]
            for (branch, language), users in rights.deciders(list(self.branches)).items()
        }
        needed = {user for users in self.deciders.values() for user in users} | set(self.last_writer.values())
        needed |= {move["by"] for move in self.moves.values()}
        needed |= {track["guest"] for track in self.tracks.values() if track["guest"]}
        people = get_user_model().objects.filter(pk__in=needed).only("username", "first_name", "last_name")
        self.names = {person.pk: printed_name(person) for person in people}

    def row(self, queue: str, key: Key) -> Row:
        pk, language, since = key
        article, track = self.articles[pk], self.tracks.get((pk, language), {})
        move = self.moves.get((pk, language), {})
        row = Row(
            article=pk,
            language=language,
            title=self._title(article, language),
            url=_url(queue, pk, language),
            when=self._when(queue, since, track),
            since=since,
            language_name=dict(settings.LANGUAGES).get(language, "") if len(self.desk.languages) > 1 else "",
            branch=self._branch(article["branch"]),
        )
        if QUEUES[queue].by_whom:
            row.reason, row.by = move.get("reason", ""), self.names.get(move.get("by"), "")
        with_editors = track.get("state") in WITH_EDITORS
        if QUEUES[queue].with_editors and with_editors:
            names = self._deciders(article, track)
            row.editors, row.more_editors = names[:NAMES_SHOWN], max(0, len(names) - NAMES_SHOWN)
        if QUEUES[queue].written_by or (QUEUES[queue].with_writer and not with_editors):
            writer = self.last_writer.get((pk, language))
            row.writers = [self.names[writer]] if writer in self.names else []
        if queue == "waiting" and self._decides(article, track):
            row.mark = _("You contributed, so another person must approve.")
        if queue == "stale" and (pk, other(language)) not in self.live:
            row.mark, row.when = _("The original was withdrawn."), ""
        return row

    def _title(self, article: dict[str, Any], language: str) -> str:
        return (
            (language and article[f"title_{language}"])
            or article["title_ar"]
            or article["title_en"]
            or _("Untitled report")
        )

    def _when(self, queue: str, since: datetime | None, track: dict[str, Any]) -> str:
        due = track.get("due_on")
        if queue == "overdue" and due and due < self.desk.today:
            return _("was due on %(day)s") % {"day": date_format(due, "DATE_FORMAT")}
        if since is None:
            return ""
        now = self.desk.now
        return str(QUEUES[queue].age) % {
            "age": ahead(since, now) if since > now else ago(since, now),
            "time": date_format(timezone.localtime(since), "DATETIME_FORMAT"),
        }

    def _branch(self, branch: int) -> str:
        """Named where there is more than one."""
        return self.branches[branch] if [b.pk for b in self.desk.branches] != [branch] else ""

    def _decides(self, article: dict[str, Any], track: dict[str, Any]) -> bool:
        user = self.desk.user
        return user.is_superuser or user.pk in self._all_deciders(article, track)

    def _all_deciders(self, article: dict[str, Any], track: dict[str, Any]) -> list[int]:
        found = self.deciders.get((article["branch"], track["language"]), [])
        return list(dict.fromkeys([*found, *([track["guest"]] if track["guest"] else [])]))

    def _deciders(self, article: dict[str, Any], track: dict[str, Any]) -> list[str]:
        """Who may decide on it, four eyes allowing."""
        wrote = self.contributors.get((track["article"], track["language"]), set())
        found = [pk for pk in self._all_deciders(article, track) if pk in self.names and pk not in wrote]
        return [self.names[pk] for pk in found if not vouchers(pk, self.unconfirmed) & wrote]


def _url(queue: str, article: int, language: str) -> str:
    """Where one acts on it."""
    if queue == "stale":
        return reverse("admin:articles_article_translation", args=[article, language])
    if queue == "review":
        return reverse("admin:articles_article_review", args=[article, language])
    return reverse("admin:articles_article_change", args=[article])
