"""Every form of the desk that makes something, filled in validly: name of its address → where it is, what is typed.

The tests that send each of them twice, one after the other or at once, read this table, and fail where an address of
the desk is neither in it nor in MAKES_NOTHING.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any

from django.contrib import admin
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import URLResolver, reverse

from articles.desk import workflow
from articles.models import Invitation
from shaf.db.clock import database_now
from tests import factories as f
from tests.desk.pictures import picture_bytes

BACKEND = "django.contrib.auth.backends.ModelBackend"
TOKEN = re.compile(r'name="once" value="([\w-]+)"')


@dataclass
class Form:
    """`page` is where the form stands, `url` where it is sent; each by itself is the other. No page: sent by script."""

    url: str
    typed: dict[str, Any] = field(default_factory=dict)
    page: str | None = None


def superuser() -> f.User:
    return f.User.objects.filter(username="boss").first() or f.User.objects.create_superuser("boss", "b@example.org")


def client_of(user: f.User) -> Client:
    client = Client()
    client.force_login(user, BACKEND)
    return client


def add(model: str, **typed: Any) -> Form:
    url = reverse(f"admin:{model}_add")
    return Form(url, typed, url)


def report(**typed: Any) -> dict[str, Any]:
    rows = {"attributions-TOTAL_FORMS": "1", "attributions-INITIAL_FORMS": "0", "attributions-0-kind": "byline"}
    return {"version": "0", "title_ar": "عنوان", "branch": f.make_branch().pk, "_continue": "1"} | rows | typed


def picture() -> SimpleUploadedFile:
    return SimpleUploadedFile("p.png", picture_bytes(), "image/png")


def report_file() -> SimpleUploadedFile:
    return SimpleUploadedFile("data.csv", "سنة,قيمة\n2025,3\n".encode(), "text/csv")


def review(verb: str, **typed: Any) -> Form:
    article = f.make_article()
    workflow.submit(article.pk, "ar", by=f.make_user(role="writer"))
    url = reverse("admin:articles_article_review", args=[article.pk, "ar"])
    if verb == "approve":
        typed |= {"fingerprint": f.fingerprint_of(article), "when": "now"}
    return Form(url, {"verb": verb} | typed, url)


def existing_report() -> Form:
    article = f.make_article()
    url = reverse("admin:articles_article_change", args=[article.pk])
    return Form(url, report(version="1", title_ar="عنوان آخر", _submit_ar="1", body_ar=f.BODY_AR) | byline(), url)


def byline() -> dict[str, Any]:
    return {
        "attributions-0-source": f.make_publisher().pk,
        "attributions-0-authors": f.make_author().pk,
        "attributions-0-date": "16/11/2025",
    }


def preview_link() -> Form:
    url = reverse("admin:articles_article_previews", args=[f.make_article().pk])
    return Form(url, {"language": "ar", "recipient": "سفير", "hours": "72"}, url)


BROUGHT = "عنوان\nنص من ملف.".encode()


def brought() -> Form:
    f.make_publisher()
    branch = f.make_branch().pk
    client = client_of(superuser())
    url = client.post(reverse("admin:articles_bring"), {"text": BROUGHT.decode()}).headers["Location"]
    return Form(url, {"make": "1", "branch": branch}, url)


def restored() -> Form:
    article = f.make_article()
    f.write(article, f.make_user(role="writer"), title_ar="عنوان آخر")
    url = reverse("admin:articles_article_restore", args=[article.pk, 1])
    return Form(url, {"base_version": "2"}, url)


def verb(name: str, language: str, **typed: Any) -> Form:
    url = reverse("admin:articles_article_verb", args=[f.make_article().pk, name, language])
    return Form(url, typed, url)


def invitation(**typed: Any) -> Form:
    url = reverse("admin:people_invite")
    person = {"name": "ليلى حسن", "email": "new@example.org", "branch": f.make_branch().pk}
    return Form(url, person | {"roles": ["writer"], "languages": ["ar"]} | typed, url)


def at_person(name: str, **typed: Any) -> Form:
    branch, person = f.make_branch(), f.make_user(role="writer")
    url = reverse(f"admin:{name}", args=[branch.pk, person.pk])
    if name == "person_again":
        Invitation.objects.create(user=person, branch=branch, name="ليلى", sent_at=database_now())
    return Form(url, typed, reverse("admin:people") if name == "person_again" else url)


def merged() -> Form:
    duplicate, kept = f.make_author("إلهام", "Elham"), f.make_author()
    url = reverse("admin:authors_author_merge", args=[duplicate.pk])
    return Form(url, {"into": kept.pk}, f"{url}?into={kept.pk}")


def selected(action: str) -> Form:
    article = f.make_article()
    url = reverse("admin:articles_article_changelist")
    typed = {"action": action, "confirmed": "yes", "_selected_action": [article.pk], f"version_{article.pk}": "1"}
    return Form(url, typed, url)


def user_added() -> Form:
    password = {"password1": "كلمة-طويلة-9", "password2": "كلمة-طويلة-9", "usable_password": "true"}
    return add("auth_user", username="laila", **password)


def on_call() -> Form:
    elsewhere = f.make_user(role="editor", branch=f.make_branch("نيروبي", "Nairobi"))
    day = (database_now() + timedelta(days=3)).strftime("%d/%m/%Y")
    return add("authors_oncall", user=elsewhere.pk, branch=f.make_branch().pk, language="ar", until=day)


def changed_topic() -> Form:
    url = reverse("admin:authors_topic_change", args=[f.make_topic().pk])
    return Form(url, {"name_ar": "موضوع آخر", "kind": "theme"}, url)


def translated() -> Form:
    article = f.make_article()
    edition = f.publish(article)
    url = reverse("admin:articles_article_translation", args=[article.pk, "en"])
    return Form(url, {"edition": edition.number}, url)


NAME = {"name_ar": "اسم جديد", "name_en": "A new name"}
FORMS: dict[str, list[Callable[[], Form]]] = {
    "articles_article_add": [lambda: add("articles_article", **report())],
    "articles_article_change": [existing_report],
    "articles_article_changelist": [lambda: selected("submit_ar")],
    "articles_article_previews": [preview_link],
    "articles_article_restore": [restored],
    "articles_article_review": [
        lambda: review("remark", text="راجع هذا الرقم."),
        lambda: review("send_back", reason="راجع الأرقام."),
        lambda: review("approve"),
        lambda: review("set_embargo", not_before_0="01/05/2099", not_before_1="09:00"),
    ],
    "articles_article_translation": [translated],
    "articles_article_verb": [
        lambda: verb("submit", "ar", version="1"),
        lambda: verb("set_deadline", "ar", due_on="01/05/2099"),
        lambda: verb("bin", "both"),
    ],
    "articles_bring": [
        lambda: Form(reverse("admin:articles_bring"), {"text": BROUGHT.decode()}, reverse("admin:articles_bring"))
    ],
    "articles_brought": [brought],
    "articles_oldaddress_add": [lambda: add("articles_oldaddress", address="/2019/05/title/", gone="on")],
    "articles_copyname_add": [lambda: add("articles_copyname", branch=f.make_branch().pk, name="معرض إستخدام")],
    "articles_copyrule_add": [
        lambda: add("articles_copyrule", branch=f.make_branch().pk, rule="SP05", holds="off", reason="لا نلزم به")
    ],
    "articles_copyterm_add": [
        lambda: add(
            "articles_copyterm", branch=f.make_branch().pk, written="داعش", preferred="تنظيم الدولة", reason="اسمه"
        )
    ],
    "articles_picture_add": [lambda: add("articles_picture", file=picture(), branch=f.make_branch().pk)],
    "articles_picture_upload": [
        lambda: Form(
            reverse("admin:articles_picture_upload"),
            {"file": picture(), "branch": f.make_branch().pk},
            reverse("admin:articles_picture_changelist"),
        )
    ],
    "auth_user_add": [user_added],
    "articles_reportfile_add": [
        lambda: add("articles_reportfile", file=report_file(), title_ar="بيانات", branch=f.make_branch().pk)
    ],
    "authors_author_add": [lambda: add("authors_author", **NAME)],
    "authors_author_merge": [merged],
    "authors_branch_add": [lambda: add("authors_branch", order="0", review_hours="48", **NAME)],
    "authors_membership_add": [
        lambda: add(
            "authors_membership", user=f.make_user().pk, branch=f.make_branch().pk, role="writer", language="ar"
        )
    ],
    "authors_oncall_add": [on_call],
    "authors_page_add": [lambda: add("authors_page", order="0", body_ar="<p>نص</p>", body_en="", **NAME)],
    "authors_reporttype_add": [lambda: add("authors_reporttype", order="0", **NAME)],
    "authors_series_add": [lambda: add("authors_series", **NAME)],
    "authors_source_add": [lambda: add("authors_source", kind="news", **NAME)],
    "authors_synonym_add": [lambda: add("authors_synonym", language="ar", words="داعش، تنظيم الدولة")],
    "authors_topic_add": [lambda: add("authors_topic", kind="theme", **NAME)],
    "authors_topic_change": [changed_topic],
    "checklist_dismiss": [lambda: Form(reverse("admin:checklist_dismiss"), {}, reverse("admin:index"))],
    "people_invite": [invitation],
    "person": [lambda: at_person("person", roles=["writer", "editor"], languages=["ar"])],
    "person_again": [lambda: at_person("person_again")],
    "person_end": [lambda: at_person("person_end")],
    "writing_add_author": [lambda: Form(reverse("admin:writing_add_author"), NAME)],
    "writing_add_source": [lambda: Form(reverse("admin:writing_add_source"), NAME)],
}
# They read, delete, set what is there to what is asked, or keep what is typed under a name of its own.
MAKES_NOTHING = {
    *("app_list", "autocomplete", "calendar", "index", "jsi18n", "login", "logout", "month", "queue", "view_on_site"),
    *("password_change", "password_change_done", "auth_user_password_change"),
    *("inbox", "inbox_choices", "inbox_notice", "inbox_read", "people", "people_mail_again"),
    *("articles_article_editions", "articles_article_editions_compare", "articles_article_history"),
    *("articles_article_delete", "articles_article_versions", "articles_article_versions_compare"),
    *("articles_article_copy_check", "articles_copy_leave", "articles_copy_learn", "articles_copy_marks"),
    *("articles_imports", "articles_import", "authors_author_family_names"),
    *("audit_log", "audit_log_export", "person_confirm"),
    *("articles_article_preview_revoke", "articles_autosave", "articles_autosave_look"),
    *("articles_picture_choose", "articles_picture_texts", "writing_missing_name"),
}
STOCK = ("_changelist", "_history", "_delete", "_change")


def names(patterns: list | None = None) -> Iterator[str]:
    """The name of every address of the desk."""
    for pattern in admin.site.get_urls() if patterns is None else patterns:
        if isinstance(pattern, URLResolver):
            yield from names(pattern.url_patterns)
        elif pattern.name:
            yield pattern.name


def unnamed() -> set[str]:
    """Those of which nobody has said whether they make something."""
    models = (
        "auth_",
        "authors_",
        "articles_picture_",
        "articles_reportfile_",
        "articles_oldaddress_",
        "articles_copyname_",
        "articles_copyrule_",
        "articles_copyterm_",
    )
    stock = {name for name in names() if name.endswith(STOCK) and name.startswith(models)}
    return set(names()) - FORMS.keys() - MAKES_NOTHING - stock


def token_on(client: Client, form: Form) -> str:
    """The token of the form on its page; one made up for a form that a script sends."""
    if form.page is None:
        return "made-up-by-the-script"
    page = client.get(form.page)
    assert page.status_code == 200, (form.page, page.status_code)
    return TOKEN.findall(page.content.decode())[-1]


def send(client: Client, form: Form, token: str, **changed: Any):
    for sent in form.typed.values():
        if hasattr(sent, "seek"):
            sent.seek(0)
    return client.post(form.url, form.typed | changed | {"once": token})
