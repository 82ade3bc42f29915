"""Every kind of address that the former site had: one hop to its place here, or the page that says there is none."""

from dataclasses import dataclass
from datetime import date
from urllib.parse import quote

import pytest

from articles.desk.workflow.files import add_file
from articles.desk.workflow.pictures import add_picture, describe
from articles.models import Article
from articles.press.models import Edition, OldAddress
from articles.press.old_addresses import GONE, Former, Leads, Place, remember
from authors.models import Page, ReportType
from shaf.http.state_watch import NEVER, State
from tests import factories as f
from tests.desk.pictures import in_body, picture_bytes
from tests.front import Front
from tests.report_files import pdf
from tests.site.reading import address, correct, headlines, location, texts, withdraw
from tests.site.test_addresses import ask
from tests.worlds import once_for_the_module

pytestmark = [pytest.mark.django_db, pytest.mark.one_database]
HOME = "https://example.org"
UPLOADS = f"{HOME}/wp-content/uploads/2019/05"


def post(number: int, slug: str, leads: Leads) -> None:
    day = date(2019, 5, 17)
    link = f"{HOME}/{day:%Y/%m/%d}/{quote(slug).lower()}/"
    remember(Former(kind="post", number=number, slug=slug, link=link, day=day, home=HOME), leads)


@dataclass(frozen=True)
class Archive:
    """What was brought. `withdrawn` and `draft` were posts 6 and 7, 8 was left behind."""

    report: Edition
    withdrawn: Edition
    draft: Article
    picture: str
    unprinted: str
    paper: str


def bring() -> Archive:
    topic, branch, author = f.make_topic(), f.make_branch(), f.make_author()
    editor = f.make_user(role="editor", branch=branch)
    shown, unprinted = (
        add_picture(picture_bytes(colour=(blue, 90, 110)), by=editor, branch=branch.pk) for blue in (20, 30)
    )
    describe(shown, {"alt_ar": "صورة"}, by=editor)
    kind = ReportType(name_ar="ورقة سياسات")
    kind.fill_slugs()
    kind.save()
    paper = add_file(pdf(), by=editor, branch=branch.pk, title_ar="الورقة كاملة")
    entries = {"report_type": kind.pk, "topics": [topic.pk], "files": [paper.pk]}
    report = f.make_edition(title_ar="تطورات القدس", body_ar=in_body(shown) + f.BODY_AR, **entries)
    withdrawn = f.make_edition(title_ar="مسحوب")
    withdraw(withdrawn)
    draft = f.make_article(title_ar="مسودة")
    page = Page(name_ar="عن المركز", body_ar="<p>نص</p>")
    page.fill_slugs()
    page.save()
    post(5, "تطورات-القدس", Leads(Place.REPORT, report.article_id))
    post(6, "مسحوب", Leads(Place.REPORT, withdrawn.article_id))
    post(7, "مسودة", Leads(Place.REPORT, draft.pk))
    post(8, "خبر", GONE)
    remember(Former(kind="page", number=9, slug="about", link=f"{HOME}/about/"), Leads(Place.PAGE, page.pk))
    remember(Former(kind="category", number=3, slug="القدس", parents=("فلسطين",)), Leads(Place.TOPIC, topic.pk))
    remember(Former(kind="category", number=4, slug="فرع-القاهرة"), Leads(Place.BRANCH, branch.pk))
    remember(Former(kind="category", number=1, slug="uncategorized"), GONE)
    remember(Former(kind="category", number=31, slug="papers"), Leads(Place.TYPE, kind.pk))
    remember(Former(kind="tag", number=30, slug="الأقصى"), Leads(Place.TOPIC, topic.pk))
    remember(Former(kind="author", number=2, slug="elham"), Leads(Place.AUTHOR, author.pk))
    for number, file, leads in (
        (10, "Map-scaled.jpg", Leads(Place.PICTURE, file=shown.file.name)),
        (11, "unused.png", Leads(Place.PICTURE, file=unprinted.file.name)),
        (12, "paper.pdf", Leads(Place.FILE, file=paper.file.name)),
        (14, "slides.pptx", Leads(Place.REPORT, report.article_id)),
        (13, "lost.jpg", GONE),
    ):
        link = f"{HOME}/2019/05/17/post/{file[:4]}/"
        slug, is_at = file[:4].lower(), f"{UPLOADS}/{file}"
        remember(Former(kind="attachment", number=number, slug=slug, link=link, file=is_at), leads)
    names = (file.file.name for file in (shown, unprinted, paper))
    return Archive(report, withdrawn, draft, *(f"/media/{name}" for name in names))


archive = once_for_the_module(bring)

REPORT, PICTURE, PAPER = "report", "picture", "paper"
TOPIC, BRANCH, AUTHOR = "/topics/مكافحة-الإرهاب/", "/branches/القاهرة/", "/authors/إلهام-النجار/"
POST = "/2019/05/17/تطورات-القدس"
# Old address → where its one 301 leads.
HOPS = {
    "/?p=5": REPORT,
    "/?p=05&utm_source=x": REPORT,
    "/index.php?p=5": REPORT,
    "/%3Fp=5": REPORT,
    "/%3Fp%3D5": REPORT,
    "/en/?p=5": REPORT,
    f"{POST}/": REPORT,
    POST: REPORT,
    f"{POST}/?fbclid=IwAR0": REPORT,
    quote(f"{POST}/"): REPORT,
    quote(f"{POST}/").lower(): REPORT,
    quote(quote(f"{POST}/")): REPORT,
    f"{POST}،": REPORT,
    f"{POST}/2/": REPORT,
    f"{POST}/amp/": REPORT,
    f"{POST}/comment-page-2/": REPORT,
    "/2019/05/تطورات-القدس/": REPORT,
    "/تطورات-القدس/": REPORT,
    "/index.php/2019/05/17/تطورات-القدس/": REPORT,
    "/archives/5": REPORT,
    "/archives/5/": REPORT,
    "/?page_id=9": "/pages/عن-المركز/",
    "/?p=9": "/pages/عن-المركز/",
    "/about/": "/pages/عن-المركز/",
    "/?pagename=about": "/pages/عن-المركز/",
    "/category/فلسطين/القدس/": TOPIC,
    "/category/القدس": TOPIC,
    "/category/القدس/page/2/": TOPIC,
    "/?cat=3": TOPIC,
    f"/?category_name={quote('القدس')}": TOPIC,
    "/tag/الأقصى/": TOPIC,
    "/tag/الاقصى/": None,
    f"/?tag={quote('الأقصى')}": TOPIC,
    "/category/فرع-القاهرة/": BRANCH,
    "/category/papers/": "/types/ورقة-سياسات/",
    "/category/papers/feed/": "/types/ورقة-سياسات/feed/",
    "/author/elham/": AUTHOR,
    "/author/Elham": AUTHOR,
    "/?author=2": AUTHOR,
    "/?author_name=elham": AUTHOR,
    "/?attachment_id=10": PICTURE,
    "/2019/05/17/post/map-": PICTURE,
    "/wp-content/uploads/2019/05/Map-scaled.jpg": PICTURE,
    "/wp-content/uploads/2019/05/Map.jpg": PICTURE,
    "/wp-content/uploads/2019/05/Map-300x200.jpg": PICTURE,
    "/wp-content/uploads/2019/05/Map-scaled-300x200.jpg": PICTURE,
    "/wp-content/uploads/2019/05/paper.pdf": PAPER,
    "/wp-content/uploads/2019/05/slides.pptx": REPORT,
    "/feed/rss/": "/feed/",
    "/feed/rss2/": "/feed/",
    "/feed/rdf/": "/feed/",
    "/rss.xml": "/feed/",
    "/feed.xml": "/feed/",
    "/wp-rss2.php": "/feed/",
    "/?feed=rss2": "/feed/",
    "/index.php?feed=rss2": "/feed/",
    "/?feed=atom": "/feed/atom/",
    "/atom.xml": "/feed/atom/",
    "/en/feed/rss2/": "/en/feed/",
    "/category/القدس/feed/": f"{TOPIC}feed/",
    "/category/القدس/feed/rss2/": f"{TOPIC}feed/",
    "/category/القدس/feed/atom": f"{TOPIC}feed/atom/",
    "/?cat=3&feed=rss2": f"{TOPIC}feed/",
    "/tag/الأقصى/feed/": f"{TOPIC}feed/",
    "/author/elham/feed/": f"{AUTHOR}feed/",
    "/?author=2&feed=rss2": f"{AUTHOR}feed/",
    "/index.php": "/",
    "/page/2/": "/",
}
# Old address → what is said where no page is.
NONE = {
    "/?p=6": 410,  # a withdrawn report
    "/2019/05/17/مسحوب/": 410,
    "/?p=7": 404,  # a draft, as whatever never existed
    "/?p=8": 410,  # left behind
    "/2019/05/17/خبر/": 410,
    "/category/uncategorized/": 410,
    "/category/uncategorized/feed/": 410,
    "/wp-content/uploads/2019/05/lost.jpg": 410,
    "/wp-content/uploads/2019/05/lost-300x200.jpg": 410,
    "/wp-content/uploads/2019/05/unused.png": 404,  # a picture that nothing public prints
    "/?p=5&feed=rss2": 410,  # comments
    f"{POST}/feed/": 410,
    "/?p=999": 404,
    "/?p=": 404,
    "/?p=x": 404,
    "/%3Fp=999": 404,
    "/?page_id=999": 404,
    "/?cat=999": 404,
    "/?feed=comments-rss2": 404,
    "/comments/feed/": 404,
    "/archives/999": 404,
    "/2019/05/17/x/": 404,
    "/wp-content/uploads/2019/05/x.jpg": 404,
    "/wp-admin/": 404,
    "/2019/05/": 404,  # a month with nothing in it here
}


@pytest.mark.parametrize(("old", "leads"), HOPS.items())
def test_one_hop(client, archive, old, leads):
    if leads is None:
        assert ask(client, old).status_code == 404
        return
    here = {REPORT: address(archive.report), PICTURE: archive.picture, PAPER: archive.paper}
    place = here.get(leads, leads)
    response = ask(client, old)
    assert (response.status_code, location(response)) == (301, place)
    assert response["Cache-Control"] == "public, max-age=0, must-revalidate"
    assert client.head(response["Location"]).status_code == 200


@pytest.mark.parametrize(("old", "status"), NONE.items())
def test_there_is_none(client, archive, old, status):
    assert ask(client, old).status_code == status


def test_a_month_of_the_archive(client, archive):
    day = archive.report.first_live_from
    here = f"/archive/{day:%Y/%m}/"
    for old in (f"/{day:%Y/%m}/", f"/?m={day:%Y%m}", f"/{day:%Y/%m/%d}/"):
        assert location(ask(client, old)) == here
    assert location(ask(client, f"/{day:%Y}/")).startswith(f"/archive/{day:%Y}/")


def test_what_is_gone_says_so(client, archive):
    response = client.get("/?p=8")
    assert texts(response, "h1") == ["لم يعد هنا"]
    assert response["X-Robots-Tag"] == "noindex"
    assert "مسحوب" in client.get("/?p=6").content.decode()


def test_our_own_addresses_come_first(client, archive):
    own = address(archive.report)
    for taken in (own, "/articles", "/feed", "/topics/مكافحة-الإرهاب"):
        OldAddress.objects.create(address=taken.rstrip("/").lower(), place=Place.GONE, language="ar")
    assert {client.get(path).status_code for path in (own, "/articles/", "/feed/", TOPIC)} == {200}
    assert ask(client, own.rstrip("/")).status_code == 301
    assert headlines(client.get(f"/articles/?p={8}"))


def test_what_a_report_became_shows_at_once(client, archive):
    draft = archive.draft
    assert client.get("/?p=7").status_code == 404
    edition = f.publish(draft)
    assert location(client.get("/?p=7")) == address(edition)
    second = correct(edition, slug_ar="عنوان-آخر")
    assert location(client.get("/?p=7")) == address(second)
    withdraw(second)
    assert client.get("/?p=7").status_code == 410


def test_a_merged_author_is_found(client, archive):
    kept = f.make_author("سالم", "Salem")
    gone = OldAddress.objects.get(address="/author/elham").target
    type(kept).objects.filter(pk=gone).update(merged_into=kept)
    assert ask(client, "/author/elham/").status_code in (301, 404)


def test_a_miss_costs_one_query_and_a_hit_none(client, archive):
    def asked(path: str) -> int:
        ask(client, path)
        return sum("oldaddress" in query for query in client.queries)

    assert [asked(path) for path in ("/", address(archive.report), "/articles/", "/feed/", "/?fbclid=x")] == [0] * 5
    before = len(client.queries)
    assert [asked(path) for path in ("/x/", "/?p=999", "/2019/05/17/x/", "/articles/999/", "/u/a-1x1.jpg")] == [1] * 5
    assert asked("/?feed=rss2") == 0
    del before


def test_nobody_s_request_finds_what_only_the_desk_may_see(client, archive):
    boss = f.make_user(is_superuser=True, is_staff=True)
    client.force_login(boss)
    assert client.head(archive.unprinted).status_code == 200
    assert ask(client, "/wp-content/uploads/2019/05/unused.png").status_code == 404


def test_the_kept_home_page_answers_nothing_else(archive):
    state = State(1, NEVER)
    front = Front(lambda: (state, 0.0))
    assert [front.get("/").status, front.get("/").kept] == [200, True]
    for _time in range(2):
        assert front.get("/?p=5").status == 301
        assert front.get("/?p=999").status == 404
        assert front.get("/?feed=rss2").status == 301
        assert front.get("/index.php?p=5").status == 301
    assert front.get("/?fbclid=x").status == 200
    assert front.get("/").kept


def test_to_ask_for_the_head_is_enough_and_to_write_is_not(client, archive):
    assert ask(client, "/?p=5", "head").status_code == 301
    assert ask(client, "/?p=5", "post").status_code == 405
