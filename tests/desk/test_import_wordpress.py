"""import_wordpress: what becomes of an archive, from the outside."""

from datetime import UTC, date, datetime
from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from articles.desk import workflow
from articles.models import Article, Import, ImportFinding, Picture, Track
from articles.press.models import Edition, OldAddress
from authors.models import Author, Page, Topic
from tests import factories as f
from tests.wordpress_files import CENTRE, END, FILES, HOME, JPEG, TEXT, Item, attachment, export

pytestmark = pytest.mark.django_db

MAP = f"""
[site]
timezone = "Africa/Cairo"
centre = ["{CENTRE}", "مركزنا"]
[categories]
cairo = "branch:{{branch}}"
politics = "topic:السياسة"
[authors]
mona = "منى فهمي"
"""


@pytest.fixture(autouse=True)
def newsroom():
    f.make_publisher()
    return f.make_branch()


@pytest.fixture
def place(tmp_path, newsroom):
    """A folder with a map and the copied uploads."""
    (tmp_path / "map.toml").write_text(MAP.format(branch=newsroom.slug_ar))
    uploads = tmp_path / "uploads/2018/11"
    uploads.mkdir(parents=True)
    (uploads / "نيل.jpg").write_bytes(JPEG)
    (uploads / "dam.jpg").write_bytes(JPEG)
    f.make_user("writer", role="writer")
    f.make_user("editor", role="editor")
    return tmp_path


def run(place, *items, publish=True, more=(), also=(), name="export.xml"):
    data = items[0] if isinstance(items[0], bytes) else export(*items)
    (place / name).write_bytes(data)
    out = StringIO()
    options = ["--map", str(place / "map.toml"), "--media", str(place / "uploads"), "--as", "writer"]
    options += ["--publish", "--approved-by", "editor"] if publish else []
    files = [str(place / name), *map(str, also)]
    told = ["--report", str(place / "report.txt"), *more]
    call_command("import_wordpress", *files, *options, *told, stdout=out, verbosity=0)
    return out.getvalue()


def as_windows_1252(byte):
    try:
        return bytes([byte]).decode("cp1252")
    except UnicodeDecodeError:
        return chr(byte)


def found(kind):
    return list(ImportFinding.objects.filter(kind=kind).values_list("what", flat=True))


def body_of(content, place, **more):
    run(place, Item(1, content=content, **more), publish=False)
    return Article.objects.get().body_ar


class TestAPost:
    def test_is_published_as_it_was(self, place):
        out = run(place, Item(7, excerpt="موجز النص.", terms=[("category", "cairo", ""), ("category", "politics", "")]))
        assert "1 created" in out
        article, edition = Article.objects.get(), Edition.objects.get()
        assert edition.title == "تحولات المشهد"
        assert edition.standfirst == "موجز النص."
        assert edition.live_from == datetime(2018, 11, 16, 20, 30, tzinfo=UTC)
        assert edition.feed_id == f"{HOME}/?p=7"
        assert [topic.name_ar for topic in article.topics.all()] == ["السياسة"]
        byline = article.attributions.get()
        assert byline.date == date(2018, 11, 16)
        assert byline.source.kind == "own"
        assert [credit.author.name_ar for credit in byline.credits.all()] == ["منى فهمي"]
        assert "المصدر" not in article.body_ar
        assert OldAddress.objects.get(address="/?p=7").target == article.pk

    def test_without_an_attribution_is_credited_as_wordpress_knows(self, place):
        run(place, Item(1, content=TEXT))
        byline = Edition.objects.get().article.attributions.get()
        assert byline.date == date(2018, 11, 16)
        assert byline.credits.get().author == Author.objects.get(name_ar="منى فهمي")

    def test_whose_author_the_map_does_not_know_waits_as_a_draft(self, place):
        run(place, Item(1, content=TEXT, creator="nobody"))
        assert not Edition.objects.exists()
        assert "“nobody”" in (place / "report.txt").read_text()

    def test_the_centres_other_name_is_its_own(self, place):
        run(place, Item(1, content=f"{TEXT}\n\nالمصدر: مركزنا\n\nالكاتب: سامر الخطيب\n\nالتاريخ: 1/2/2017"))
        byline = Edition.objects.get().article.attributions.get()
        assert byline.source.kind == "own"
        assert byline.date == date(2017, 2, 1)

    def test_without_a_date_is_a_draft(self, place):
        run(place, Item(1, content=TEXT, day="0000-00-00 00:00:00", gmt="0000-00-00 00:00:00"))
        assert not Edition.objects.exists()
        assert Article.objects.get().attributions.get().date is None

    @pytest.mark.parametrize("status", ["draft", "private", "pending", "future"])
    def test_that_was_not_public_is_a_draft(self, place, status):
        run(place, Item(1, status=status))
        assert Track.objects.get(language="ar").state == "draft"
        assert not Edition.objects.exists()

    def test_with_a_password_is_a_draft_and_the_password_is_nowhere(self, place):
        run(place, Item(1, password="sesame"))
        assert not Edition.objects.exists()
        assert not any("sesame" in str(row.__dict__) for row in [*Article.objects.all(), *ImportFinding.objects.all()])
        assert "sesame" not in (place / "report.txt").read_text()

    def test_in_the_trash_is_left_out_unless_asked_for(self, place):
        assert "1 left out" in run(place, Item(1, status="trash"))
        assert not Article.objects.exists()
        with (place / "map.toml").open("a") as map_:
            map_.write('[statuses]\ntrash = "draft"\n')
        assert "1 created" in run(place, Item(1, status="trash"))

    def test_slugs_are_decoded_shortened_and_may_be_the_same(self, place):
        long = "-".join(["كلمة"] * 60)
        run(place, Item(1, name="نص-قصير"), Item(2, name="نص-قصير", title="غيره"), Item(3, name=long, title="ثالث"))
        slugs = list(Edition.objects.order_by("article_id").values_list("slug", flat=True))
        assert slugs[:2] == ["نص-قصير", "نص-قصير"]
        assert slugs[2].startswith("كلمة-كلمة")
        assert len(slugs[2]) <= 100
        assert found("slug") == [long]

    def test_that_cannot_be_published_comes_as_a_draft_with_its_topics(self, place):
        (place / "uploads/2018/11/bare.jpg").write_bytes(JPEG)
        bare = f'{TEXT}\n\n<img src="{HOME}/wp-content/uploads/2018/11/bare.jpg">\n\n{END}'
        run(place, Item(1, content=bare, terms=[("category", "cairo", ""), ("category", "politics", "")]), Item(2))
        assert Edition.objects.count() == 1
        assert Article.objects.get(import_reference__endswith=":1").topics.get().name_ar == "السياسة"
        assert "it cannot be published as it is" in (place / "report.txt").read_text()

    def test_in_english_is_credited_in_english_or_waits(self, place):
        text = "The decision is a turning point, since the interests of many sides cross in it."
        run(place, Item(1, "A turning point", text, name="a-turning-point"))
        assert not Edition.objects.exists()
        assert not Author.objects.exclude(name_en__in=["", None]).exists()
        Author.objects.all().delete()
        Author.objects.create(name_ar="منى فهمي", name_en="Mona Fahmy", slug_ar="منى", slug_en="mona")
        run(place, Item(1, "A turning point", text, name="a-turning-point"))
        byline = Edition.objects.get(language="en").article.attributions.get()
        assert byline.credits.get().author.name_en == "Mona Fahmy"


@pytest.mark.one_database
class TestTheText:
    def test_of_the_classic_editor(self, place):
        body = body_of(
            f"{TEXT}\nسطر\n\n<!--more-->\n\n<strong>عنوان</strong>\n\n<ul>\n<li>بند</li>\n</ul>\n{END}", place
        )
        assert "<br>سطر</p>" in body
        assert "<ul><li>بند</li></ul>" in body
        assert "more" not in body

    def test_pictures_come_from_the_folder_with_their_texts(self, place):
        caption = (
            f'[caption id="attachment_5" width="300"]<a href="{HOME}/wp-content/uploads/2018/11/dam.jpg">'
            f'<img src="{HOME}/wp-content/uploads/2018/11/dam-300x200.jpg"></a> السد العالي[/caption]'
        )
        items = [
            Item(1, content=f"{TEXT}\n\n{caption}\n\n{END}", meta={"_thumbnail_id": "5"}),
            attachment(5, "2018/11/dam.jpg", alt="سد على النيل", parent=1),
        ]
        run(place, *items)
        edition, picture = Edition.objects.get(), Picture.objects.get()
        assert f'src="/media/{picture.file}"' in edition.article.body_ar
        assert 'alt="سد على النيل"' in edition.article.body_ar
        assert "<figcaption>السد العالي</figcaption>" in edition.body
        assert edition.article.cover == picture
        assert picture.alt_ar == "سد على النيل"
        assert OldAddress.objects.get(address="/wp-content/uploads/2018/11/dam.jpg").file == picture.file
        assert not found("link")

    def test_a_picture_that_is_missing_is_named_and_its_caption_stays(self, place):
        address = f"{HOME}/wp-content/uploads/2018/11/lost.jpg"
        body = body_of(f'{TEXT}\n\n[caption]<img src="{address}"> تعليق[/caption]\n\n{END}', place)
        assert found("picture") == [address]
        assert "تعليق" in body
        assert "<img" not in body

    def test_nothing_outside_the_folder_is_read(self, place):
        (place / "secret.jpg").write_bytes(JPEG)
        (place / "uploads/link.jpg").symlink_to(place / "secret.jpg")
        for name in ("../secret.jpg", "%2e%2e/secret.jpg", "link.jpg"):
            Article.objects.all().delete()
            assert "<img" not in body_of(f'{TEXT}\n\n<img src="{HOME}/wp-content/uploads/{name}">\n\n{END}', place)

    def test_a_gallery_is_its_pictures(self, place):
        items = [
            Item(1, content=f'{TEXT}\n\n[gallery ids="5,6"]\n\n{END}'),
            attachment(5, "2018/11/dam.jpg", alt="سد"),
            attachment(6, "2018/11/نيل.jpg", caption="النيل"),
        ]
        run(place, *items, publish=False)
        assert Article.objects.get().body_ar.count("<img") == 2

    def test_of_the_block_editor_with_notes(self, place):
        content = (
            f'<!-- wp:paragraph -->\n<p>{TEXT}<sup data-fn="ab-1" class="fn"><a href="#ab-1" id="ab-1-link">1</a></sup>'
            "</p>\n<!-- /wp:paragraph -->\n\n<!-- wp:heading -->\n<h2>عنوان</h2>\n<!-- /wp:heading -->\n\n"
            '<!-- wp:embed {"url":"https://youtu.be/x"} -->\n<figure class="wp-block-embed">'
            '<div class="wp-block-embed__wrapper">\nhttps://youtu.be/x\n</div><figcaption>ندوة</figcaption></figure>\n'
            '<!-- /wp:embed -->\n\n<!-- wp:block {"ref":9} /-->\n\n<!-- wp:latest-posts /-->\n\n<!-- wp:footnotes /-->'
        )
        shared = Item(9, content="<!-- wp:paragraph -->\n<p>مشترك.</p>\n<!-- /wp:paragraph -->", kind="wp_block")
        notes = '[{"id":"ab-1","content":"حاشية <em>أولى</em>."}]'
        run(place, shared, Item(1, content=content, meta={"footnotes": notes}))
        body = Edition.objects.get().article.body_ar
        assert 'class="footnote-ref"' in body
        assert "حاشية <" in body
        assert "<p>مشترك.</p>" in body
        assert '<a href="https://youtu.be/x">ندوة</a>' in body
        assert "<h2>عنوان</h2>" in body
        assert "wp:" not in body
        assert found("shortcode") == ["wp:latest-posts"]

    @pytest.mark.parametrize("typed", ["[ref]حاشية[/ref]", "[efn_note]حاشية[/efn_note]", "[mfn]حاشية[/mfn]"])
    def test_notes_of_plugins(self, place, typed):
        body = body_of(f"نص طويل{typed} في سطره.\n\n{TEXT}\n\n{END}", place)
        assert 'class="footnote-ref"' in body
        assert body.count("حاشية") == 1
        assert "[" not in body

    def test_other_shortcodes_are_named_and_what_is_in_them_stays(self, place):
        body = body_of(
            f'[vc_row][vc_column width="1/2"]{TEXT}[/vc_column][/vc_row]\n\n[sic] [[ref]] كما ورد\n\n{END}', place
        )
        assert "vc_" not in body
        assert "القرار" in body
        assert "[sic]" in body
        assert found("shortcode") == ['[vc_column width="1/2"]', "[vc_row]"]

    def test_links_into_the_former_site_are_named_and_embeds_are_links(self, place):
        video = '<iframe src="https://www.youtube.com/embed/abcdef1" title="ندوة"></iframe>'
        content = f'{TEXT} <a href="/?p=99">سابق</a>\n\n{video}'
        body = body_of(f"{content}\n\n{END}", place)
        assert found("link") == [f"{HOME}/?p=99"]
        assert '<a href="https://www.youtube.com/watch?v=abcdef1">ندوة</a>' in body

    def test_damaged_letters_are_said_and_mended_when_told_to(self, place):
        broken = "".join(as_windows_1252(byte) for byte in "تحولات المشهد السياسي".encode())
        run(place, Item(1, content=f"{broken}\n\n{TEXT}\n\n{END}"))
        assert not Edition.objects.exists()
        assert ImportFinding.objects.filter(kind="encoding").count() == 1
        run(place, Item(1, content=f"{broken}\n\n{TEXT}\n\n{END}"), more=["--repair-encoding"])
        assert "تحولات المشهد السياسي" in Edition.objects.get().body


class TestAgain:
    def test_nothing_is_double(self, place):
        run(place, Item(1), Item(2, title="غيره"))
        assert "2 unchanged" in run(place, Item(1), Item(2, title="غيره"))
        assert Article.objects.count() == Edition.objects.count() == 2
        assert Import.objects.filter(ended_at=None).count() == 0

    def test_what_was_edited_here_stays_as_long_as_nothing_changes_there(self, place):
        run(place, Item(1), publish=False)
        article = Article.objects.get()
        writer = f.make_user("other", role="writer")
        workflow.write(article.pk, by=writer, changes={"title_ar": "عنوان المحرر"}, base_version=article.version)
        assert "1 unchanged" in run(place, Item(1), publish=False)

    def test_what_changed_there_is_updated_and_what_changed_here_is_not_overwritten(self, place):
        run(place, Item(1), publish=False)
        assert "1 updated" in run(place, Item(1, content=f"نص جديد. {TEXT}\n\n{END}"), publish=False)
        article = Article.objects.get()
        assert "نص جديد" in article.body_ar
        writer = f.make_user("other", role="writer")
        workflow.write(article.pk, by=writer, changes={"title_ar": "عنوان المحرر"}, base_version=article.version)
        out = run(place, Item(1), publish=False)
        assert "1 refused" in out
        assert Article.objects.get().title_ar == "عنوان المحرر"

    def test_a_picture_that_was_missing_comes_when_it_is_there(self, place):
        item = Item(1, content=f'{TEXT}\n\n<img src="{HOME}/wp-content/uploads/2018/11/late.jpg" alt="صورة">\n\n{END}')
        run(place, item, publish=False)
        (place / "uploads/2018/11/late.jpg").write_bytes(JPEG)
        assert "1 updated" in run(place, item, publish=False)
        assert "<img" in Article.objects.get().body_ar

    def test_dry_run_stores_nothing(self, place):
        out = run(place, Item(1), more=["--dry-run"])
        assert "1 created" in out
        assert "nothing was stored" in out
        assert not Article.objects.exists()
        assert not OldAddress.objects.exists()
        assert not Import.objects.exists()


@pytest.mark.one_database
class TestTheMap:
    def test_is_proposed_to_be_edited_and_can_be_read(self, place):
        (place / "map.toml").unlink()
        run(place, Item(1, terms=[("category", "cairo", "فرع القاهرة"), ("post_tag", "نيل", "النيل")]), publish=False)
        assert not Article.objects.exists()
        text = (place / "map.toml").read_text()
        assert '"نيل" = "topic:النيل"' in text
        assert '"mona" = "منى فهمي"' in text
        assert CENTRE in text
        assert f'"cairo" = "branch:{f.make_branch().slug_ar}"' in text
        run(place, Item(1, terms=[("category", "cairo", "فرع القاهرة"), ("post_tag", "نيل", "النيل")]))
        assert Topic.objects.get().name_ar == "النيل"
        assert Edition.objects.count() == 1

    @pytest.mark.parametrize(
        "wrong",
        [
            "categories = 1",
            '[categories]\nx = "branch:nowhere"',
            "[nothing]",
            "[authors]\nx = 5",
            "a b",
            '[site]\ntimezone = "Mars"',
        ],
    )
    def test_that_is_wrong_is_refused_before_anything_is_stored(self, place, wrong):
        (place / "map.toml").write_text(wrong)
        with pytest.raises(CommandError, match="Correct the map"):
            run(place, Item(1))
        assert not Article.objects.exists()

    def test_a_tag_that_is_no_name_is_said_and_the_post_comes(self, place):
        with (place / "map.toml").open("a") as map_:
            map_.write('[tags]\n"2019" = "topic:2019"\nisis = "topic:ISIS"\n')
        tags = [("post_tag", "2019", "2019"), ("post_tag", "isis", "ISIS"), ("category", "cairo", "")]
        out = run(place, Item(1, terms=[*tags, ("post_tag", "new", "جديد")]))
        assert Edition.objects.count() == 1
        assert not Edition.objects.get().article.topics.exists()
        assert "“2019”" in out
        assert "“جديد”" in out
        assert "“ISIS”" in (place / "report.txt").read_text()

    def test_publishing_needs_one(self, place):
        (place / "export.xml").write_bytes(export(Item(1)))
        with pytest.raises(CommandError, match="--map"):
            call_command(
                "import_wordpress", str(place / "export.xml"), "--as", "writer", "--publish", "--approved-by", "editor"
            )

    def test_without_one_exact_names_are_matched(self, place):
        (place / "export.xml").write_bytes(export(Item(1), Item(2, title="غيره", terms=())))
        out = StringIO()
        call_command("import_wordpress", str(place / "export.xml"), "--as", "writer", stdout=out, verbosity=0)
        assert "no map" in out.getvalue()
        assert "1 created" in out.getvalue()
        assert "1 refused" in out.getvalue()


def test_a_page_becomes_a_page(place):
    f.make_user("boss", role="manager")
    page = Item(3, title="من نحن", content=TEXT, kind="page", name="من-نحن")
    run(place, page, more=["--as", "boss"])
    here = Page.objects.get()
    assert here.name_ar == "من نحن"
    assert here.slug_ar == "من-نحن"
    assert "القرار" in here.body_ar
    assert OldAddress.objects.get(address="/?p=3").place == "page"
    assert "1 unchanged" in run(place, page, more=["--as", "boss"])


def test_a_bad_file_does_not_stop_the_others(place):
    (place / "cut.xml").write_bytes(FILES["cut"][0])
    with pytest.raises(CommandError, match="1 of 2"):
        run(place, Item(1), also=[place / "cut.xml"])
    assert Article.objects.count() == 1


def test_several_files_of_one_site(place):
    (place / "second.xml").write_bytes(export(attachment(5, "2018/11/dam.jpg", alt="سد")))
    run(place, Item(1, meta={"_thumbnail_id": "5"}), also=[place / "second.xml"])
    assert Edition.objects.get().article.cover is not None


def test_old_addresses_of_categories_and_people(place, newsroom):
    run(place, Item(1))
    assert OldAddress.objects.get(address="/category/cairo").target == newsroom.pk
    assert OldAddress.objects.get(address="/author/mona").target == Author.objects.get().pk
    assert OldAddress.objects.get(address="/archives/1").target == Article.objects.get().pk
