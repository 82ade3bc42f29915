"""Equal words: who may edit them, and what is refused."""

import pytest
from django.core.exceptions import ValidationError

from authors.models import Synonym
from tests import factories as f

pytestmark = [pytest.mark.django_db, pytest.mark.one_database]


def group(words: str, language: str = "ar") -> Synonym:
    made = Synonym(language=language, words=words)
    made.full_clean()
    made.save()
    return made


def refused(words: str, language: str = "ar") -> str:
    with pytest.raises(ValidationError) as error:
        group(words, language)
    return " ".join(error.value.message_dict["words"])


@pytest.mark.parametrize("words", ["داعش، تنظيم الدولة", "a, b; c", "قسد = قوات سوريا الديمقراطية", "واحد | ثان\nثالث"])
def test_groups(words):
    assert len(group(words).phrases()) >= 2


def test_what_is_no_group():
    assert "اثنتين" in refused("داعش")
    for words in ("داعش", "داعش، ", "سورية، سوريا", "،،،", "؟، !"):
        assert refused(words)
    assert "اثنتا عشرة" in refused("، ".join(f"كلمة{n}" for n in range(13)))
    assert "ثلاثة" in refused("واحد، واحد اثنان ثلاثة أربعة خمسة ستة")


def test_a_phrase_is_in_one_group_of_its_language():
    first = group("داعش، تنظيم الدولة")
    message = refused("الداعش، شيء آخر")
    assert "الداعش" in message
    assert "تنظيم الدولة" in message
    group("داعش، ISIS", "en")
    first.words = "داعش، تنظيم الدولة، ISIS"
    first.full_clean()


def test_editors_and_managers_edit_them_and_writers_do_not(client):
    for role, status in (("writer", 403), ("editor", 302), ("manager", 302)):
        client.force_login(f.make_user(role=role, is_staff=True))
        words = f"كلمة{role}، أخرى{role}"
        answer = client.post("/admin/authors/synonym/add/", {"language": "ar", "words": words})
        assert answer.status_code == status, role
        assert Synonym.objects.filter(words=words).exists() == (status == 302)
    made = Synonym.objects.first()
    assert client.get("/admin/authors/synonym/").status_code == 200
    answer = client.post(f"/admin/authors/synonym/{made.pk}/change/", {"language": "ar", "words": "وحيدة"})
    assert answer.status_code == 200
    assert "errorlist" in answer.content.decode()
    assert client.post(f"/admin/authors/synonym/{made.pk}/delete/", {"post": "yes"}).status_code == 302
