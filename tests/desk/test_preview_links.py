"""Preview links: one version for somebody without an account, until it expires or is revoked."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from articles.desk import workflow
from articles.desk.article.refusal import Refusal
from articles.desk.pictures import sizes
from articles.desk.previews.links import SIGNER, token_of
from articles.desk.workflow.pictures import add_picture, describe
from articles.models import Article, PreviewLink, Transition
from tests import factories as f
from tests.desk.browsing import drain, login, status
from tests.desk.pictures import in_body, picture_bytes

pytestmark = [pytest.mark.django_db, pytest.mark.one_database]


def share(article: Article, language: str = "ar", **options) -> PreviewLink:
    by = options.pop("by", None) or f.make_user(role="writer", branch=article.branch)
    return workflow.share_preview(article.pk, language, by=by, **options)


def path(link: PreviewLink, name: str = "") -> str:
    return f"/preview/{token_of(link)}/{name}"


def moved(link: PreviewLink, **times: timedelta) -> PreviewLink:
    """The link as if its times lay elsewhere."""
    PreviewLink.objects.filter(pk=link.pk).update(**{name: getattr(link, name) + by for name, by in times.items()})
    return link


# What whoever has it sees


@pytest.mark.parametrize(
    ("language", "direction", "text", "banner"),
    [("ar", "rtl", "تحوّلًا مفصليًا", "مسودة غير منشورة"), ("en", "ltr", "a turning point", "An unpublished draft")],
)
def test_it_shows_the_version_in_its_language_and_is_kept_nowhere(language, direction, text, banner):
    link = share(f.make_article(), language, recipient="د. منى سالم")
    response = Client().get(path(link))
    page = response.content.decode()
    assert response.status_code == 200
    assert f'<html lang="{language}" dir="{direction}"' in page
    assert text in page
    assert banner in page
    assert '<meta name="robots" content="noindex">' in page
    assert "منى" not in page, "for whom it is, is the desk's"
    assert response["X-Robots-Tag"] == "noindex"
    assert "no-store" in response["Cache-Control"]
    assert response["Referrer-Policy"] == "no-referrer"
    assert response["Content-Language"] == language
    assert not response.cookies
    assert "Cookie" not in response.get("Vary", "")


@pytest.mark.both_databases
def test_it_is_the_version_that_was_shared_whatever_is_written_since():
    article, writer = f.make_article(), f.make_user(role="writer")
    link = share(article)
    before = Client().get(path(link)).content
    f.write(article, writer, title_ar="عنوان تغيّر بعد المشاركة", body_ar="<p>نص آخر</p>")
    f.Author.objects.update(name_ar="اسم آخر")
    assert Client().get(path(link)).content == before
    assert link.version == 1
    assert "عنوان تغيّر" in Client().get(path(share(Article.objects.get(pk=article.pk)))).content.decode()


def test_openings_are_counted_but_for_robots_and_head():
    link = share(f.make_article())
    for headers in ({}, {"User-Agent": "Mozilla/5.0 (Android 14)"}):
        assert Client(headers=headers).get(path(link)).status_code == 200
    assert Client().head(path(link)).status_code == 200
    for robot in ("WhatsApp/2.23", "Mozilla/5.0 (compatible; Googlebot/2.1)", "facebookexternalhit/1.1", "TelegramBot"):
        assert Client(headers={"User-Agent": robot}).get(path(link)).status_code == 200
    Client(headers={"Sec-Purpose": "prefetch"}).get(path(link))
    link.refresh_from_db()
    assert link.openings == 2
    assert link.last_opened_at


def test_post_is_refused():
    assert Client().post(path(share(f.make_article()))).status_code == 405


# What no longer opens, or never did


def over(how: str, article: Article, link: PreviewLink) -> str:
    """Bring a link to this end; returns the address to try."""
    editor = f.make_user(role="editor")
    match how:
        case "expired":
            moved(link, at=-timedelta(hours=73), expires_at=-timedelta(hours=73))
        case "revoked":
            workflow.revoke_preview(link.pk, by=editor)
        case "binned":
            workflow.bin(article.pk, by=editor)
        case "deleted":
            workflow.bin(article.pk, by=editor)
            workflow.empty_bin(article.pk, by=f.make_user(role="manager"))
        case "withdrawn":
            f.publish(article)
            workflow.withdraw(article.pk, "ar", by=editor, reason="سبب")
        case "withdrawn and reopened":
            f.publish(article)
            workflow.withdraw(article.pk, "ar", by=editor, reason="سبب")
            workflow.reopen(article.pk, "ar", by=editor)
        case "tampered":
            return path(link).replace(link.key, link.key[:-1] + ("a" if link.key[-1] != "a" else "b"))
        case "the key alone":
            return f"/preview/{link.key}/"
        case "unknown":
            return f"/preview/{SIGNER.sign('x' * 16)}/"
        case "another purpose":
            from django.core import signing

            return f"/preview/{signing.Signer(sep='.').sign(link.key)}/"
    return path(link)


OVER = (
    *("expired", "revoked", "binned", "deleted", "withdrawn", "withdrawn and reopened"),
    *("tampered", "the key alone", "unknown", "another purpose"),
)


@pytest.mark.parametrize("how", OVER)
def test_every_end_has_the_same_answer(how):
    article = f.make_article()
    link = share(article)
    assert Client().get(path(link)).status_code == 200
    response = Client().get(over(how, article, link))
    nothing = Client().get("/preview/never.was/")
    assert response.status_code == nothing.status_code == 404
    assert response.content == nothing.content
    assert response.headers == nothing.headers
    assert "no-store" in response["Cache-Control"]
    page = response.content.decode()
    assert "هذا الرابط لا يفتح شيئًا" in page
    assert "This link does not open anything" in page


# Its pictures


def test_a_draft_s_pictures_are_seen_with_the_link_and_only_what_it_prints():
    writer, branch = f.make_user(role="writer"), f.make_branch().pk
    cover = add_picture(picture_bytes(size=(330, 20)), by=writer, branch=branch)
    inside = add_picture(picture_bytes(colour=(1, 2, 3)), by=writer, branch=branch)
    other = add_picture(picture_bytes(colour=(3, 2, 1)), by=writer, branch=branch)
    describe(cover, {"alt_ar": "وصف"}, by=writer)
    sizes.make(cover)
    article = f.make_article(by=writer, cover=cover.pk, body_ar=in_body(inside))
    link = share(article)
    printed = [cover.file.name, inside.file.name, *cover.sizes.values_list("file", flat=True)]
    assert len(printed) == 4
    for name in printed:
        assert status(f"/media/{name}") == 404, "closed to whoever has no link"
        response = Client().get(path(link, name))
        assert response.status_code == 200
        assert "no-store" in response["Cache-Control"]
        assert response["X-Robots-Tag"] == "noindex"
        drain(response)
    page = Client().get(path(link)).content.decode()
    assert "/media/" not in page
    assert all(f'src="{path(link, name)}"' in page for name in printed[:2])
    assert status(path(link, other.file.name)) == 404
    assert status(path(link, "../../etc/passwd")) == 404
    assert status(path(share(f.make_article()), inside.file.name)) == 404, "another report's link"
    workflow.revoke_preview(link.pk, by=writer)
    assert [status(path(link, name)) for name in printed] == [404] * 4


# Sharing and revoking


def test_sharing_is_recorded_and_bounded():
    article, writer = f.make_article(), f.make_user(role="writer")
    link = share(article, by=writer, recipient=" د. منى   سالم ", hours=24)
    assert (link.recipient, link.expires_at - link.at) == ("د. منى سالم", timedelta(hours=24))
    assert share(article).expires_at - share(article).at == pytest.approx(timedelta(hours=72), abs=timedelta(seconds=9))
    done = Transition.objects.filter(verb="share_preview").last()
    assert (done.article, done.language, done.by, done.reason) == (article, "ar", writer, "د. منى سالم")
    assert done.fingerprint == f.fingerprint_of(article)
    for wrong in ({"hours": 0}, {"hours": 721}, {"recipient": "م" * 201}):
        with pytest.raises(Refusal):
            share(article, **wrong)


def test_what_cannot_be_printed_is_not_shared_and_it_says_why():
    article = f.make_article(languages=["ar"])
    with pytest.raises(Refusal, match="العنوان فارغ"):
        share(article, "en")
    assert not PreviewLink.objects.exists()


STRANGERS = {
    "another branch": ({"role": "manager", "branch": ("نيروبي", "Nairobi")}, "branch"),
    "another language": ({"role": "editor", "languages": ["en"]}, "language"),
    "no role": ({}, "branch"),
    "left": ({"role": "manager", "is_active": False}, "branch"),
}


@pytest.mark.parametrize("who", STRANGERS)
def test_who_may_not_share_or_revoke(who):
    fields, code = STRANGERS[who]
    if "branch" in fields:
        fields = fields | {"branch": f.make_branch(*fields["branch"])}
    stranger, article = f.make_user(**fields), f.make_article()
    link = share(article)
    for verb in (
        lambda: workflow.share_preview(article.pk, "ar", by=stranger),
        lambda: workflow.revoke_preview(link.pk, by=stranger),
    ):
        with pytest.raises(Refusal, match=code):
            verb()
    assert Client().get(path(link)).status_code == 200
    client = login(stranger)
    revoke = reverse("admin:articles_article_preview_revoke", args=[article.pk, link.pk])
    assert client.post(revoke).status_code in (302, 403, 404)
    link.refresh_from_db()
    assert link.revoked_at is None
    assert PreviewLink.objects.count() == 1


def test_a_withdrawn_text_or_a_binned_report_is_not_shared():
    withdrawn, binned = f.make_edition().article, f.make_article()
    workflow.withdraw(withdrawn.pk, "ar", by=f.make_user(role="editor"), reason="سبب")
    workflow.bin(binned.pk, by=f.make_user(role="writer"))
    for article, code in ((withdrawn, "state"), (binned, "binned")):
        with pytest.raises(Refusal, match=code):
            share(article)


# The page at the desk


@pytest.mark.both_databases
def test_the_page_makes_lists_and_revokes():
    article, writer = f.make_article(), f.make_user(role="writer")
    client, url = login(writer), reverse("admin:articles_article_previews", args=[article.pk])
    assert url in client.get(reverse("admin:articles_article_change", args=[article.pk])).content.decode()
    made = client.post(url, {"language": "en", "recipient": "Dr Mona", "hours": "168"})
    link = PreviewLink.objects.get()
    assert (link.language, link.recipient, link.by) == ("en", "Dr Mona", writer)
    page = client.get(made.url).content.decode()
    assert f"http://testserver{path(link)}" in page
    assert "Dr Mona" in page
    client.post(reverse("admin:articles_article_preview_revoke", args=[article.pk, link.pk]))
    assert Client().get(path(link)).status_code == 404
    assert path(link) not in client.get(url).content.decode()
    assert [t.verb for t in Transition.objects.filter(article=article)][:2] == ["revoke_preview", "share_preview"]


def test_a_refusal_keeps_what_was_typed_and_names_what_is_missing():
    article = f.make_article(languages=["ar"])
    Article.objects.filter(pk=article.pk).update(body_ar="")
    url = reverse("admin:articles_article_previews", args=[article.pk])
    refused = login(f.make_user(role="writer")).post(url, {"language": "ar", "recipient": "د. منى", "hours": "24"})
    assert refused.status_code == 409
    page = refused.content.decode()
    assert "النص فارغ" in page
    assert 'value="د. منى"' in page


def test_another_branch_s_page_is_not_there():
    article = f.make_article()
    stranger = f.make_user(role="manager", branch=f.make_branch("نيروبي", "Nairobi"))
    for pk in (article.pk, article.pk + 999):
        url = reverse("admin:articles_article_previews", args=[pk])
        assert login(stranger).get(url).status_code == 404
        assert login(stranger).post(url, {"language": "ar", "hours": "24"}).status_code == 404
    assert not PreviewLink.objects.exists()


def test_an_editor_of_one_language_sees_that_language_s_links():
    article = f.make_article()
    arabic, english = share(article, "ar"), share(article, "en")
    page = login(f.make_user(role="editor", languages=["en"])).get(
        reverse("admin:articles_article_previews", args=[article.pk])
    )
    shown = page.content.decode()
    assert path(english) in shown
    assert path(arabic) not in shown


def test_queries_do_not_grow():
    article, client = f.make_article(), login(f.make_user(role="editor"))
    links = [share(article)]

    def count(visitor: Client, url: str) -> int:
        visitor.get(url)
        with CaptureQueriesContext(connection) as queries:
            assert visitor.get(url).status_code == 200
        return len(queries)

    page = reverse("admin:articles_article_previews", args=[article.pk])
    few = count(client, page), count(Client(), path(links[0]))
    links += [share(article) for _ in range(8)]
    for _ in range(3):
        f.make_article()
    assert (count(client, page), count(Client(), path(links[0]))) == few
    assert few[1] <= 6
