"""What was withdrawn answers 410, and is nowhere listed."""

import pytest

from tests import factories as f
from tests.site.reading import address, correct, headlines, select, texts, tree, withdraw

pytestmark = pytest.mark.django_db


def feed_of(client, path="/feed/"):
    return client.get(path).content.decode()


def test_every_address_of_the_report_is_410(client):
    first = f.make_edition(title_ar="عنوان أول", body_ar="<p>نصٌّ سرّي</p>")
    second = correct(first, title_ar="عنوان ثان")
    own = f"/articles/{first.article_id}/"
    paths = [address(second), address(first), own, f"{own}x/", f"/r/{first.article_id}/"]
    paths += [f"{own}editions/{n}/" for n in (1, 2)]
    assert {client.get(path).status_code for path in paths} == {200, 301, 302}
    withdraw(second, reason="بيانات غير موثوقة")
    for path in paths:
        response = client.get(path)
        assert response.status_code == 410, path
        assert texts(response, "h1") == ["عنوان ثان"], path
        reason, date, author, published, number = texts(response, "dl.withdrawal dd")
        assert (author, published, number) == ("إلهام النجار", "16 نوفمبر 2025", str(first.article_id))
        assert reason == "بيانات غير موثوقة"
        assert date
        assert response["X-Robots-Tag"] == "noindex"
        assert "سرّي" not in response.content.decode()
    assert client.get(f"{own}editions/3/").status_code == 404


def test_it_leaves_lists_feeds_and_the_register(client):
    stays = f.make_edition(title_ar="يبقى", branch=f.make_branch("بغداد", "Baghdad").pk)
    goes = f.make_edition(title_ar="يُسحب", topics=[f.make_topic().pk])
    lists = ["/", "/articles/", "/authors/إلهام-النجار/", "/sources/الجزيرة-نت/"]
    own = ["/branches/القاهرة/", "/branches/القاهرة/feed/", "/topics/مكافحة-الإرهاب/"]
    for path in lists:
        assert "يُسحب" in headlines(client.get(path)), path
    assert {client.get(path).status_code for path in own} == {200}
    assert "يُسحب" in feed_of(client)
    withdraw(goes)
    for path in lists:
        assert headlines(client.get(path)) == ["يبقى"], path
    assert {client.get(path).status_code for path in own} == {404}
    assert "يُسحب" not in feed_of(client)
    report = client.get(address(stays))
    assert report.status_code == 200
    assert "يُسحب" not in report.content.decode()
    assert "فرع القاهرة" not in texts(report, ".menu li")


def test_after_a_new_edition_the_withdrawn_one_and_all_before_it_stay_410(client):
    first = f.make_edition(title_ar="أول")
    second = correct(first, title_ar="ثان")
    withdraw(second, reason="سبب أول")
    third = correct(second, title_ar="ثالث")
    fourth = correct(third, title_ar="رابع")
    own = f"/articles/{first.article_id}/editions/"
    answers = {n: client.get(f"{own}{n}/") for n in (1, 2, 3, 4)}
    assert {n: r.status_code for n, r in answers.items()} == {1: 410, 2: 410, 3: 200, 4: 302}
    assert texts(answers[1], "dl.withdrawal dd")[0] == "سبب أول"
    report = client.get(address(fourth))
    assert report.status_code == 200
    assert len(texts(report, ".earlier a")) == 1, "the third alone"
    withdraw(fourth, reason="سبب ثان")
    assert texts(client.get(f"{own}1/"), "dl.withdrawal dd")[0] == "سبب أول"
    assert texts(client.get(f"{own}3/"), "dl.withdrawal dd")[0] == "سبب ثان"
    assert texts(client.get(address(fourth)), "dl.withdrawal dd")[0] == "سبب ثان"


def test_one_language_withdrawn_leaves_the_other(client):
    arabic = f.make_edition(("ar", "en"))
    english = arabic.article.editions.get(language="en")
    withdraw(english, reason="A public reason")
    response = client.get(address(english))
    assert response.status_code == 410
    assert texts(response, "dl.withdrawal dt") == ["Reason", "Withdrawn on", "Author", "Published on", "Report number"]
    report = client.get(address(arabic))
    assert report.status_code == 200
    assert 'rel="alternate" hreflang' not in report.content.decode()


def test_a_superseded_edition_is_not_a_withdrawn_one(client):
    first = f.make_edition()
    correct(first)
    response = client.get(f"/articles/{first.article_id}/editions/1/")
    assert (response.status_code, texts(response, "h1")) == (200, [first.title])
    assert not select(tree(response), "dl.withdrawal")
