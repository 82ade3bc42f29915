"""Days of people who mean harm: what stops each, and what the log says of it."""

import pytest
from django.core.management import CommandError, call_command
from django.db import IntegrityError, connection, transaction
from django.urls import reverse

from articles.desk import workflow
from articles.desk.article.refusal import Refusal
from articles.desk.workflow import membership
from articles.models import Article, Notice, Revision, Transition
from articles.press.models import Edition
from articles.press.seal import verify as verify_editions
from shaf.audit.chain import chain
from shaf.audit.models import Event
from tests import factories as f
from tests.conftest import lift_guards, put_up_guards
from tests.desk.browsing import login
from tests.press.rows import sql

pytestmark = pytest.mark.django_db
PUPPET = "puppet@example.org"


def log() -> list[tuple]:
    """What happened, who did it, and to whom or what, oldest first."""
    return list(Event.objects.order_by("pk").values_list("what", "by_name", "name"))


@pytest.fixture
def cairo():
    return f.make_branch()


@pytest.fixture
def chief(cairo):
    return f.make_user("chief", "manager", cairo)


def puppet_of(manager, branch, role="editor", email=PUPPET):
    membership.invite(by=manager, branch=branch, email=email, name="رجل آخر", roles=[(role, "ar")])
    person = f.User.objects.get(email=email)
    membership.answer_invitations(person)
    return person


def in_review(by):
    article = f.make_article(by=by)
    workflow.submit(article.pk, "ar", by=by)
    return article


def approve(article, by):
    by = f.User.objects.get(pk=by.pk)
    return workflow.approve(article.pk, "ar", by=by, fingerprint=f.fingerprint_of(article))


class TestTheSelfInviter:
    """A manager writes, invites a second address of their own as an editor, and approves with it."""

    def test_the_second_account_decides_nothing_of_theirs(self, chief, cairo):
        other = f.make_user("other", "manager", cairo)
        puppet, article = puppet_of(chief, cairo), in_review(chief)
        with pytest.raises(Refusal, match=r"four_eyes\.invited"):
            approve(article, puppet)
        page = login(puppet).get(reverse("admin:articles_article_review", args=[article.pk, "ar"]))
        assert "approve" not in page.context["screen"].verbs
        assert "دعا حسابَك" in page.content.decode()
        assert not Notice.objects.filter(to=puppet, kind="submit").exists(), "nor are they asked to"
        assert Notice.objects.filter(to=other, kind="submit").exists()
        assert log() == [
            ("invited", "chief", "رجل آخر"),
            ("invitation_answered", "رجل آخر", "رجل آخر"),
            ("password_right", "رجل آخر", "رجل آخر"),
        ]
        assert set(Notice.objects.filter(kind="member_invited").values_list("to", "reason")) == {(other.pk, "رجل آخر")}

    def test_what_others_wrote_is_theirs_to_decide(self, chief, cairo):
        puppet, article = puppet_of(chief, cairo), in_review(f.make_user(role="writer", branch=cairo))
        assert approve(article, puppet).number == 1

    def test_another_manager_confirms_and_nobody_else(self, chief, cairo):
        puppet, article = puppet_of(chief, cairo), in_review(chief)
        second = puppet_of(chief, cairo, "manager", "second@example.org")
        for by, code in ((chief, "self"), (puppet, "role"), (second, "unconfirmed")):
            with pytest.raises(Refusal, match=code):
                membership.confirm(by=f.User.objects.get(pk=by.pk), branch=cairo, person=puppet)
        other = f.make_user("other", "manager", cairo)
        client = login(other)
        assert "لم يؤكده مدير ثانٍ" in client.get(reverse("admin:people")).content.decode()
        client.post(reverse("admin:person_confirm", args=[cairo.pk, puppet.pk]))
        assert approve(article, puppet).approved_by == puppet
        assert log()[-2:] == [("confirmed", "other", "رجل آخر"), ("published", "رجل آخر", article.title_ar)]
        assert Notice.objects.filter(to=chief, kind="member_confirmed").exists()
        with pytest.raises(Refusal, match="confirmed"):
            membership.confirm(by=other, branch=cairo, person=puppet)

    def test_a_chain_of_second_accounts_is_one_person_still(self, chief, cairo):
        deputy = puppet_of(chief, cairo, "manager")
        editor = puppet_of(f.User.objects.get(pk=deputy.pk), cairo, "editor", "third@example.org")
        article = in_review(chief)
        for person in (deputy, editor):
            with pytest.raises(Refusal, match=r"four_eyes\.invited"):
                approve(article, person)

    def test_where_there_is_no_second_manager_the_operator_confirms(self, chief, cairo, capsys):
        puppet, article = puppet_of(chief, cairo), in_review(chief)
        call_command("confirm_person", PUPPET)
        assert "confirmed in 1 branches" in capsys.readouterr().out
        assert approve(article, puppet)
        assert ("confirmed", "", "رجل آخر") in log(), "by nobody: the operator"
        with pytest.raises(CommandError, match="needs no confirmation"):
            call_command("confirm_person", PUPPET)
        with pytest.raises(CommandError, match="no active account"):
            call_command("confirm_person", "nobody")

    def test_an_operator_s_appointment_stands_on_nobody_s_word(self, chief, cairo):
        from articles.desk.workflow.founding import appoint

        editor = appoint(cairo, name="محررة", email="e@example.org", role="editor")
        assert approve(in_review(chief), editor)

    def test_to_take_the_invitation_back_hides_nothing(self, chief, cairo):
        other = f.make_user("other", "manager", cairo)
        membership.invite(by=chief, branch=cairo, email=PUPPET, name="رجل آخر", roles=[("editor", "ar")])
        membership.end(by=chief, branch=cairo, person=f.User.objects.get(email=PUPPET))
        assert not f.User.objects.filter(email=PUPPET).exists()
        assert [what for what, _by, _name in log()] == ["invited", "invitation_taken_back"]
        told = Notice.objects.filter(to=other).order_by("pk").values_list("kind", "reason")
        assert list(told) == [("member_invited", "رجل آخر"), ("member_left", "رجل آخر")]


class TestTheLeaver:
    """An editor goes, and tries what their session and their links still open."""

    def test_what_they_did_stays_and_what_they_may_do_does_not(self, chief, cairo):
        other = f.make_user("other", "manager", cairo)
        leaver = f.make_user("leaver", "editor", cairo)
        client = login(leaver)
        article = in_review(leaver)
        assert client.get(reverse("admin:articles_article_review", args=[article.pk, "ar"])).status_code == 200
        link = workflow.share_preview(article.pk, "ar", by=leaver, recipient="خبير")
        from articles.desk.previews.links import token_of

        address = reverse("shared_preview", args=[token_of(link)])
        assert client.get(address).status_code == 200
        membership.end(by=chief, branch=cairo, person=leaver, revoke_links=True)
        assert client.get(reverse("admin:articles_article_review", args=[article.pk, "ar"])).status_code == 302
        assert client.get(address).status_code == 404
        with pytest.raises(Refusal):
            workflow.take_back(article.pk, "ar", by=f.User.objects.get(pk=leaver.pk))
        told = [(what, by) for what, by, _name in log()]
        assert told == [("password_right", "leaver"), ("preview_opened", ""), ("left", "chief")]
        assert Event.objects.get(what="left").details == {"before": ["editor ar", "editor en"], "after": []}
        assert Notice.objects.filter(to=other, kind="member_left", reason="leaver").exists()

    def test_whoever_opens_a_preview_again_and_again_fills_no_log(self, chief, cairo):
        from articles.desk.previews.links import token_of

        article = f.make_article(by=chief)
        address = reverse("shared_preview", args=[token_of(workflow.share_preview(article.pk, "ar", by=chief))])
        client = login(chief)
        for _again in range(3):
            assert client.get(address).status_code == 200
        assert Event.objects.filter(what="preview_opened").count() == 1

    def test_roles_that_change_are_told_with_what_they_were(self, chief, cairo):
        other, writer = f.make_user("other", "manager", cairo), f.make_user("w", "writer", cairo, ["ar"])
        membership.give_roles(by=chief, branch=cairo, person=writer, roles=[("editor", "ar")])
        event = Event.objects.get(what="roles")
        assert (event.details, event.branch) == ({"before": ["writer ar"], "after": ["editor ar"]}, cairo.pk)
        assert list(Notice.objects.filter(kind="member_roles").values_list("to", flat=True)) == [other.pk]


@pytest.fixture
def edition(chief, cairo):
    """One edition; all of it in the log, and chained."""
    article = in_review(f.make_user("writer", "writer", cairo))
    found = approve(article, chief)
    chain()
    return found


def behind(act) -> None:
    """Do it with the guards lifted, as whoever owns the database can, and put them up again."""
    lift_guards()
    act()
    put_up_guards()


def found_by_verify_audit(capsys) -> str:
    with pytest.raises(CommandError):
        call_command("verify_audit", verbosity=0)
    return capsys.readouterr().out


class TestTheTamperer:
    """Somebody who reaches the database."""

    @pytest.mark.parametrize(
        ("statement", "guard"),
        [
            ("UPDATE articles_transition SET reason = 'x'", "transition_no_change"),
            ("DELETE FROM articles_transition", "transition_no_delete"),
            ("UPDATE articles_revision SET by_id = by_id + 1", "revision_no_change"),
            ("DELETE FROM articles_revision", "revision_no_delete"),
            ("UPDATE audit_event SET by_name = 'x'", "event_no_change"),
            ("DELETE FROM audit_event", "event_no_delete"),
            ("DELETE FROM audit_link", "link_no_delete"),
        ],
    )
    def test_the_database_refuses(self, edition, statement, guard):
        with pytest.raises(IntegrityError, match=guard), transaction.atomic():
            sql(statement)

    @pytest.mark.skipif("connection.vendor == 'postgresql'", reason="SQLite's own")
    @pytest.mark.parametrize("table", ["articles_transition", "articles_revision"])
    def test_replacing_slips_past_no_guard(self, edition, table):
        with pytest.raises(IntegrityError, match="no_replacement"), transaction.atomic():
            sql(f"INSERT OR REPLACE INTO {table} SELECT * FROM {table}")

    def test_what_was_never_approved_goes_with_its_record(self, chief):
        article = f.make_article(by=chief)
        workflow.submit(article.pk, "ar", by=chief)
        workflow.remark(article.pk, "ar", by=chief, text="ملاحظة")
        workflow.take_back(article.pk, "ar", by=chief)
        workflow.bin(article.pk, by=chief)
        workflow.empty_bin(article.pk, by=chief)
        assert (Transition.objects.count(), Revision.objects.count()) == (0, 0)
        assert [what for what, _by, _name in log()] == ["deleted"]

    def test_an_edition_that_is_gone_with_all_that_leads_to_it_is_missed(self, edition, capsys):
        call_command("verify_audit", verbosity=0)
        behind(lambda: erase(edition))
        assert (Edition.objects.count(), Article.objects.count()) == (0, 0)
        assert not any(verify_editions()), "seals say nothing of it"
        assert "was published by the log, and is gone" in found_by_verify_audit(capsys)
        from shaf.health import database

        assert [finding.level for finding in database.audit()] == ["fault"]

    def test_an_edition_with_another_text_and_a_seal_to_match(self, edition, capsys):
        from articles.press.seal import seal

        edition.title = "عنوان آخر"
        edition.seal = seal(edition, before="")
        behind(edition.save)
        assert not any(verify_editions())
        assert "has another seal" in found_by_verify_audit(capsys)

    def test_a_withdrawn_edition_that_lives_again(self, edition, chief, capsys):
        workflow.withdraw(edition.article_id, "ar", by=chief, reason="سبب")
        behind(lambda: Edition.objects.update(live_until=None, ended_why="", ended_note=""))
        assert not any(verify_editions())
        assert "is not withdrawn" in found_by_verify_audit(capsys)

    def test_an_event_of_theirs_that_is_gone(self, edition, capsys):
        behind(lambda: Event.objects.filter(what="published").delete())
        assert "it is gone" in found_by_verify_audit(capsys)

    def test_control(self, edition, capsys):
        behind(lambda: None)
        call_command("verify_audit", verbosity=0)
        assert "events sound" in capsys.readouterr().out


def erase(edition) -> None:
    """As an owner of the database would: every row that leads to the report, and the report."""
    article = edition.article_id
    tables = connection.introspection.table_names()
    with connection.constraint_checks_disabled(), connection.cursor() as cursor:
        for table in sorted(tables):
            columns = {c.name for c in connection.introspection.get_table_description(cursor, table)}
            if "edition_id" in columns:
                sql(f"DELETE FROM {table} WHERE edition_id = %s", edition.pk)
        sql("DELETE FROM articles_credit")
        for table in sorted(tables):
            columns = {c.name for c in connection.introspection.get_table_description(cursor, table)}
            if "article_id" in columns and table != "articles_reviewnote":
                sql(f"DELETE FROM {table} WHERE article_id = %s", article)
        sql("DELETE FROM articles_article WHERE id = %s", article)
