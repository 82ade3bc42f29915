"""The table of verbs and the functions that do them are one: nothing is done that it does not name, nor the reverse."""

import ast
import inspect
import pkgutil
from functools import partial
from importlib import import_module
from pathlib import Path

import pytest
from django.db.models import CharField

from articles.desk import workflow
from articles.desk.article.refusal import Already, Refusal
from articles.desk.article.states import STATES, State
from articles.desk.article.verb import On
from articles.desk.article.verbs import RIGHTS, TABLE, VERBS, right_of
from articles.desk.form import forms, track_panel
from articles.desk.notices.kinds import KINDS
from articles.desk.workflow import steps
from articles.models import Article, Notice, Track, Transition
from shaf.db.clock import database_now
from tests import factories as f

DESK = Path(workflow.__file__).parent.parent
# What verbs share, given the person for whom they do it.
SHARED = {"step", "move", "note", "record", "track_of", "bring_in", "original_moved"}
# Rights that no function has the name of, and what only the workflow itself records.
NO_FUNCTION = {"members", "read_unsaved", "set_house_style", "translation_stale"}


def functions() -> dict[str, object]:
    """Every public function of workflow/ that somebody does: it is told by whom."""
    found = {}
    for module in pkgutil.iter_modules(workflow.__path__, f"{workflow.__name__}."):
        for name, value in vars(import_module(module.name)).items():
            ours = inspect.isfunction(value) and value.__module__ == module.name and not name.startswith("_")
            if ours and "by" in inspect.signature(value).parameters:
                found[name] = value
    return found


def test_each_function_is_in_the_table_and_each_verb_has_its_function():
    found = functions().keys() - SHARED
    assert found <= VERBS.keys()
    without = VERBS.keys() - found - NO_FUNCTION
    assert all(VERBS[name].to and VERBS[name].form in ("ConfirmForm", "ReasonForm") for name in without), without
    assert {"submit", "send_back", "invite", "delete_picture"} <= found
    assert len(VERBS) == len(TABLE)


def test_the_table_stands_below_what_it_is_asked_by():
    for name in ("verb", "verbs", "states", "roles"):
        tree = ast.parse((DESK / "article" / f"{name}.py").read_text())
        imported = {node.module for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}
        assert not {module for module in imported if module.startswith("articles.desk") and ".article." not in module}


@pytest.mark.parametrize("verb", TABLE, ids=lambda verb: verb.name)
def test_what_a_verb_names_is_there(verb):
    assert right_of(verb.name) in RIGHTS.values()
    assert bool(verb.roles) != bool(verb.needs_right)
    assert issubclass(forms.form_of(verb), forms.ConfirmForm)
    assert len(verb.name) <= Transition._meta.get_field("verb").max_length
    if verb.own_page:
        assert verb.label
        assert verb.says
        assert verb.done
        assert isinstance(workflow.act_of(verb.name), partial) or workflow.act_of(verb.name) is functions()[verb.name]
    if verb.offered:
        assert verb.own_page or verb.address, "a button leads somewhere"
    if verb.to is not None:
        assert verb.on is On.LANGUAGE


def test_every_state_has_its_row_and_every_kind_fits_its_column():
    assert STATES.keys() == set(State)
    column: CharField = Notice._meta.get_field("kind")
    assert all(len(kind) <= column.max_length for kind in KINDS)
    assert all(bool(standing.locked) == (state != State.DRAFT) for state, standing in STATES.items())


def test_nothing_else_records():
    """And so no other word gets into the column of verbs than the table's."""
    writers = {
        path.name
        for path in DESK.rglob("*.py")
        if "Transition.objects.create" in path.read_text() or "transitions.create" in path.read_text()
    }
    assert writers == {"steps.py"}


@pytest.mark.one_database
@pytest.mark.django_db
def test_a_word_that_is_no_verb_is_not_recorded():
    article = f.make_article()
    by, now = f.make_user(role="manager"), database_now()
    with pytest.raises(KeyError):
        steps.record(article, "misspelt", by=by, now=now)
    assert steps.record(article, "restore", by=by, now=now).verb == "restore"


@pytest.mark.one_database
@pytest.mark.django_db
@pytest.mark.parametrize("state", State)
@pytest.mark.parametrize("name", ["take_back", "send_back", "reopen"])
def test_a_verb_that_only_moves_does_what_its_row_says(name, state):
    """Without a function of its own it does the same: the row is all there is to it."""
    verb, manager = VERBS[name], f.make_user(role="manager")
    article = f.make_article()
    Track.objects.filter(article=article, language="ar").update(state=state)
    more = {"reason": "لأسباب"} if verb.reasoned else {}
    act = partial(workflow.review.step, verb=name)
    if state not in verb.states:
        with pytest.raises(Refusal):
            act(article.pk, "ar", by=manager, **more)
        assert Track.objects.get(article=article, language="ar").state == state
        return
    act(article.pk, "ar", by=manager, **more)
    assert Track.objects.get(article=article, language="ar").state == verb.to
    last = Transition.objects.first()
    assert (last.verb, last.from_state, last.to_state, last.reason) == (name, state, verb.to, more.get("reason", ""))
    with pytest.raises(Already):
        act(article.pk, "ar", by=manager, **more)


@pytest.mark.one_database
@pytest.mark.django_db
@pytest.mark.parametrize("state", State)
def test_what_the_panel_offers_is_never_refused_for_its_state(state):
    article = f.make_article()
    Track.objects.filter(article=article, language="ar").update(state=state)
    article = Article.objects.get(pk=article.pk)
    (panel,) = (p for p in track_panel.panels(article, f.make_user(role="manager")) if p.track.language == "ar")
    offered = [button.verb for button in panel.buttons if button.verb in VERBS]
    assert all(state in VERBS[name].states for name in offered)
    assert offered == [name for name in PANEL[state] if name in VERBS]
    assert [button.verb for button in panel.buttons] == PANEL[state]


# Of a report that was never public; in the order in which a person wants them.
PANEL = {
    State.DRAFT: ["submit", "review", "set_deadline"],
    State.REVIEW: ["decide", "take_back", "call_in", "set_deadline"],
    State.APPROVED: ["reopen", "review"],
    State.WITHDRAWN: ["reopen", "review"],
}
