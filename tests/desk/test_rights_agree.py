"""One right is asked in several ways: of one person, of all, as a query, for a page of rows. All of them agree."""

import random
from datetime import timedelta

import pytest
from django.conf import settings
from django.utils import timezone

from articles.desk import workflow
from articles.desk.article import draft, rights
from articles.desk.article.four_eyes import blocked_by_four_eyes, contributors
from articles.desk.article.states import REVIEW, UNDER_DECISION, State
from articles.desk.article.verbs import RIGHTS, right_of
from articles.desk.dashboard.queues import QUEUES
from articles.desk.dashboard.rows import Facts
from articles.desk.dashboard.scope import Desk
from articles.models import Article, Edition, Track
from authors.models import Membership, OnCall
from shaf.db.clock import database_now
from tests import factories as f

pytestmark = [pytest.mark.django_db, pytest.mark.one_database]
LANGUAGES = [code for code, _name in settings.LANGUAGES]
NAMES = [("القاهرة", "Cairo"), ("نيروبي", "Nairobi"), ("تونس", "Tunis")]
WORLDS = 6
# Of them by day.
DAILY = 2


class World:
    """People, branches and reports at random: the same seed makes the same."""

    def __init__(self, seed: int) -> None:
        self.chance = random.Random(seed)
        self.branches = [f.make_branch(*names) for names in NAMES]
        self.people = [f.make_user(is_active=self.chance.random() > 0.15) for _n in range(7)]
        self.people.append(f.User.objects.create_superuser("boss"))
        self.people.append(f.User.objects.create_superuser("former", is_active=False))
        for person in self.people:
            for _n in range(self.chance.choice([0, 1, 1, 2, 3])):
                self.give_role(person)
        for _n in range(6):
            self.put_on_call()
        self.articles = [self.make_article() for _n in range(4)]

    def give_role(self, person) -> None:
        Membership.objects.get_or_create(
            user=person,
            branch=self.chance.choice(self.branches),
            role=self.chance.choice(Membership.Role.values),
            language=self.chance.choice(LANGUAGES),
        )

    def put_on_call(self) -> None:
        OnCall.objects.get_or_create(
            user=self.chance.choice(self.people),
            branch=self.chance.choice(self.branches),
            language=self.chance.choice(LANGUAGES),
            defaults={"until": timezone.localdate() + timedelta(days=self.chance.choice([-1, 0, 5]))},
        )

    def make_article(self) -> Article:
        """Written by several, published or not, written again by others; then each language in any state."""
        branch = self.chance.choice(self.branches)
        article = f.make_article(by=f.make_user(role="manager", branch=branch), branch=branch.pk)
        self.save_some(article)
        for language in LANGUAGES:
            if self.chance.random() < 0.5:
                f.publish(article, language)
                workflow.reopen(article.pk, language, by=f.make_user(role="writer", branch=branch))
        self.save_some(article)
        for language in LANGUAGES:
            Track.objects.filter(article=article, language=language).update(
                state=self.chance.choice(State.values),
                guest_editor=self.chance.choice([None, *self.people]),
            )
        return article

    def save_some(self, article: Article) -> None:
        """Record saves by people who may not write by now, too: they once might have."""
        for _n in range(self.chance.randint(0, 3)):
            field = self.chance.choice(["title_ar", "standfirst_en", "topics", "body_en"])
            article.refresh_from_db()
            article.version += 1
            article.save()
            article.revisions.create(
                version=article.version,
                by=self.chance.choice(self.people),
                at=database_now(),
                draft=draft.read(article),
                changed={field: True},
            )


def again(person):
    """As at the next request: what was remembered of the person's rights is asked anew."""
    return f.User.objects.get(pk=person.pk)


def everybody():
    return [again(person) for person in f.User.objects.all()]


def all_tracks() -> list[Track]:
    return list(Track.objects.select_related("article__branch").prefetch_related("article__tracks"))


def keys(tracks) -> set[tuple[int, str]]:
    return {(track.article_id, track.language) for track in tracks}


@pytest.mark.parametrize(
    "seed", [*range(DAILY), *(pytest.param(seed, marks=pytest.mark.nightly) for seed in range(DAILY, WORLDS))]
)
def test_all_ways_to_ask_for_a_right_agree(seed):
    World(seed)
    now, tracks, people = database_now(), all_tracks(), everybody()
    wrote = {
        (track.article_id, track.language): set(
            contributors(track.article, track.language, Edition.live_in(track.article_id, track.language, now))
        )
        for track in tracks
    }
    sees = {track.article: set(rights.who_sees(track.article)) for track in tracks}
    decides = {track: set(rights.who_decides(track.article, track)) for track in tracks}
    facts = Facts({article.pk for article in sees}, Desk(people[0], now))
    said: dict[str, set[bool]] = {}

    def agree(what, first, *others):
        assert all(other == first for other in others), (what, first, others)
        said.setdefault(what.split(":")[0], set()).add(bool(first))

    for person in people:
        for verb in RIGHTS:
            allowed = [track for track in tracks if rights.may_on(person, verb, track.article, track)]
            asked = Track.objects.filter(rights.where(person, verb))
            agree(f"rows: {verb} by {person}", keys(allowed), keys(asked))
            own = [t for t in tracks if rights.may(person, verb, t.article.branch_id, t.language)]
            agree(f"own rows: {verb} by {person}", keys(own), keys(Track.objects.filter(rights.reach(person, verb))))
            assert right_of(verb).guests or keys(own) == keys(allowed)
            assert {t.article.branch_id for t in own} <= set(rights.branches(person, verb))
        seen = set(rights.visible_articles(person).values_list("pk", flat=True))
        for article, people_told in sees.items():
            agree(f"sees: {person}", article.pk in seen, person in people_told)
            assert bool(rights.languages_read(person, article)) or article.pk not in seen
        desk = Desk(person, now)
        facts.desk = desk
        review, waiting = (
            {(article, language) for article, language, _since in QUEUES[name].find(desk)}
            for name in ("review", "waiting")
        )
        blocked = keys(blocked_by_four_eyes(Track.objects.all(), person, now).filter(blocked=True))
        for track in tracks:
            key, here = (track.article_id, track.language), f"{person} on {track} ({track.state})"
            may = rights.may_on(person, "approve", track.article, track)
            row = facts.tracks[key]
            agree(
                f"four eyes: {here}", person in wrote[key], key in blocked, person.pk in facts.contributors.get(key, ())
            )
            agree(
                f"decides: {here}",
                may and not (person.is_superuser and not _decides_by_role(person, track)),
                person in decides[track],
                person.pk in facts._all_deciders(facts.articles[track.article_id], row),
            )
            agree(
                f"may decide: {here}", may, person.is_active and facts._decides(facts.articles[track.article_id], row)
            )
            in_review = track.state == REVIEW
            agree(f"queue: {here}", in_review and may and person not in wrote[key], key in review)
            here_at_all = rights.may(person, "write", track.article.branch_id, track.language)
            agree(f"waits: {here}", in_review and here_at_all and person in wrote[key], key in waiting)
            if may and in_review:
                assert track.article_id in seen
            if track.article_id in seen and may and track.state in UNDER_DECISION:
                assert track.language in rights.languages_read(person, track.article)
    assert {"rows", "sees", "four eyes", "decides"} <= said.keys()
    assert all(answers == {True, False} for what, answers in said.items() if what in ("sees", "four eyes", "decides"))


def _decides_by_role(person, track) -> bool:
    """Whether a superuser would decide without being one."""
    plain = again(person)
    plain.is_superuser = False
    return rights.may_on(plain, "approve", track.article, track)
