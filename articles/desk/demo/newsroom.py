"""A newsroom to try: four accounts, two branches and the sample reports in every state, made by the real verbs."""

import tomllib
from collections.abc import Callable
from datetime import timedelta
from typing import Any, TypeVar

from django.contrib.auth import get_user_model
from django.contrib.auth.models import AbstractBaseUser
from django.db import transaction
from django.utils import timezone

from articles.desk import workflow
from articles.desk.article import draft
from articles.desk.article.to_manuscript import manuscript
from articles.desk.demo.body import illustrated
from articles.desk.importers.run import SAMPLES, import_files
from articles.desk.workflow.files import TITLES, add_file
from articles.desk.workflow.pictures import TEXTS, add_picture, describe
from articles.models import Article, Picture, ReportFile
from articles.press.manuscript import fingerprint_of
from articles.press.models import CorrectionKind
from authors.models import Branch, Membership, Page, ReportType, Series, Source, Synonym, Topic
from shaf.db.clock import database_now

E = TypeVar("E", Topic, Series, ReportType)
PASSWORD = "demo"  # noqa: S105
PEOPLE = {
    "writer": ("سلمى", "عبد الرحمن"),
    "editor": ("كريم", "الشافعي"),
    "manager": ("نادية", "حمدي"),
}
BRANCHES = {"القاهرة": "Cairo", "نيروبي": "Nairobi"}
PUBLISHER = {
    "name_ar": "مركز شاف لتحليل الأزمات والدراسات المستقبلية",
    "name_en": "SHAF Centre for Crisis Analysis and Future Studies",
    "slug_ar": "مركز-شاف",
    "slug_en": "shaf",
    "aliases": "مركز شاف للدراسات المستقبلية وتحليل الأزمات والصراعات\nمركز شاف\nSHAF Centre",
    "disclaimer_ar": "الآراء الواردة في هذا التقرير لا تعبّر بالضرورة عن رأي المركز.",
    "disclaimer_en": "The views in this report are not necessarily those of the centre.",
}
PAGES = [
    {
        "name_ar": "عن المركز",
        "name_en": "About",
        "body_ar": "<p>مركز بحثي مستقل يُعنى بتحليل الأزمات واستشراف مستقبلها في الشرق الأوسط وأفريقيا، "
        "ويصدر تقارير تحليلية بالعربية والإنجليزية.</p><h2>كيف نعمل</h2><p>يكتب كلَّ تقرير باحثٌ ويعتمده محررٌ آخر، "
        "ولا يُعدَّل بعد نشره إلا بتصحيح معلن يذكر ما تغيّر وتاريخه. وإذا سُحب تقرير بقي عنوانه ومعه سبب السحب "
        'وتاريخه. تجد التصحيحات كلها في <a href="/corrections/">صفحة التصحيحات</a>.</p>',
        "body_en": "<p>SHAF is an independent research centre that analyses crises and their futures in the Middle "
        "East and Africa, and publishes its reports in Arabic and English.</p><h2>How we work</h2><p>Each report is "
        "written by a researcher and approved by an editor who did not write it. Once published, it changes only by a "
        "correction that says what was changed, and when. Where a report is withdrawn, its title stays, with the "
        "reason and the date. "
        'All corrections are on the <a href="/en/corrections/">corrections page</a>.</p>',
    },
    {
        "name_ar": "اتصل بنا",
        "name_en": "Contact",
        "body_ar": "<p>نرحب بملاحظاتكم وتصويباتكم على البريد الإلكتروني: "
        '<a href="mailto:info@example.org">info@example.org</a></p>'
        "<p>إذا وجدتم خطأ في تقرير فاذكروا عنوانه أو رابطه وموضع الخطأ وما يثبت الصواب. نراجع كل بلاغ، "
        'وما يصح منه يُنشر في <a href="/corrections/">صفحة التصحيحات</a>.</p>',
        "body_en": "<p>We welcome comments and corrections: "
        '<a href="mailto:info@example.org">info@example.org</a></p>'
        "<p>If you find an error in a report, give its title or address, quote the passage and say why it is wrong. "
        "We look into every message, and corrections are published on the "
        '<a href="/en/corrections/">corrections page</a>.</p>',
    },
]
TYPES = {
    "ورقة سياسات | Policy paper": {
        "template_ar": "<h2>المشكلة</h2><p>ما الذي يستدعي قرارًا، ولماذا الآن؟</p><h2>البدائل</h2><p>لكل بديل كلفته "
        "وما يُنتظر منه.</p><h2>التوصيات</h2><p>لمن هي، وما أول خطوة؟</p>",
        "template_en": "<h2>The problem</h2><p>What calls for a decision, and why now?</p><h2>The options</h2>"
        "<p>What each costs, and what it brings.</p><h2>Recommendations</h2><p>To whom, and what comes first?</p>",
        "required": ["standfirst"],
    },
    "تقدير موقف | Situation assessment": {},
    "دراسة | Study": {},
    "تعليق | Commentary": {},
}
# Names of one body, spellings of one word: nothing on which an editor would have to take a side.
SYNONYMS = {
    "ar": (
        "الديمقراطية، الديموقراطية",
        "داعش، تنظيم الدولة، ISIS",
        "قسد، قوات سوريا الديمقراطية",
        "الذكاء الاصطناعي، AI",
        "الكهرباء، الطاقة الكهربائية",
    ),
    "en": ("AI, artificial intelligence", "UN, United Nations"),
}


def make(progress: Callable[[list[Any]], Any] = iter) -> int:
    """Accounts, branches and sample reports, as far as they are not there yet; returns the number of new reports.

    `progress` wraps the list of samples. Refusal and Unimportable do not occur with the samples as they are.
    """
    people = _people()
    _publisher()
    _pages()
    _types()
    for language, groups in SYNONYMS.items():
        for words in groups:
            Synonym.objects.get_or_create(language=language, words=words)
    plans = tomllib.loads((SAMPLES / "samples.toml").read_text())
    made = sum(_report(stem, plan, people) for stem, plan in progress(list(plans.items())))
    # Only now, so that making the samples mails nobody.
    for username in people:
        get_user_model().objects.filter(username=username, email="").update(email=f"{username}@example.org")
    return made


def _people() -> dict[str, AbstractBaseUser]:
    users = get_user_model().objects
    people = {}
    for username, (first, last) in PEOPLE.items():
        people[username] = _account(username, first_name=first, last_name=last)
    people["admin"] = _account("admin", first_name="مشرف", last_name="النظام", is_superuser=True)
    for name, name_en in BRANCHES.items():
        branch, made = Branch.objects.get_or_create(name_ar=name, defaults={"name_en": name_en, "city_ar": name})
        if made:
            branch.fill_slugs()
            branch.save()
        for role in PEOPLE:
            # The second branch is the manager's alone, so that the others see what is not theirs by not seeing it.
            if name == "القاهرة" or role == "manager":
                for language in draft.LANGUAGES:
                    Membership.objects.get_or_create(user=people[role], branch=branch, role=role, language=language)
    return {username: users.get(pk=user.pk) for username, user in people.items()}


def _account(username: str, **fields: Any) -> AbstractBaseUser:
    user, made = get_user_model().objects.get_or_create(username=username, defaults={"is_staff": True, **fields})
    if made:
        user.set_password(PASSWORD)
        user.save()
    return user


def _publisher() -> None:
    publisher = Source.publisher()
    if publisher and publisher.name_ar == "المركز":
        for field, value in PUBLISHER.items():
            setattr(publisher, field, value)
        publisher.save()


def _pages() -> None:
    for order, fields in enumerate(PAGES, 1):
        page, made = Page.objects.get_or_create(name_ar=fields["name_ar"], defaults=fields | {"order": order})
        if made:
            page.fill_slugs()
            page.save()


def _types() -> None:
    for order, (pair, fields) in enumerate(TYPES.items(), 1):
        kind = _entry(ReportType, pair)
        if not kind.order:
            ReportType.objects.filter(pk=kind.pk).update(order=order, **fields)


@transaction.atomic
def _report(stem: str, plan: dict[str, Any], people: dict[str, AbstractBaseUser]) -> bool:
    """Import one sample, complete it as a writer would, and take it where its plan says."""
    writer, editor = (people[username] for username in plan.get("people", ("writer", "editor")))
    outcome = import_files(sorted(SAMPLES.glob(f"{stem}.*.txt")), by=writer)[0]
    if outcome.result != "created":
        return False
    article = Article.objects.get(pk=outcome.article)
    changes: dict[str, Any] = {"topics": [_entry(Topic, pair).pk for pair in plan["topics"]]}
    if series := plan.get("series"):
        changes |= {"series": _entry(Series, series).pk, "series_number": plan["series_number"]}
    if kind := plan.get("type"):
        changes["report_type"] = _entry(ReportType, kind).pk
    changes["files"] = [_file(file, article.branch_id, writer).pk for file in plan.get("files", [])]
    if cover := plan.get("cover"):
        changes["cover"] = _picture(cover, article.branch_id, writer).pk
    figures = [(figure, _picture(figure, article.branch_id, writer)) for figure in plan.get("figures", [])]
    for language in draft.LANGUAGES:
        changes[f"standfirst_{language}"] = plan.get(f"standfirst_{language}", "")
        changes[f"key_points_{language}"] = "\n".join(plan.get(f"key_points_{language}", []))
        if figures:
            body = getattr(article, f"body_{language}")
            changes[f"body_{language}"] = illustrated(body, plan, figures, language)
    if corrected := plan.get("corrected_ar"):
        wrong, right = corrected
        changes["body_ar"] = article.body_ar.replace(right, wrong)
    _write(article, writer, **changes)
    for language, end in plan["ends"].items():
        _take(article, language, end, plan, writer, editor)
    return True


def _take(
    article: Article, language: str, end: str, plan: dict[str, Any], writer: AbstractBaseUser, editor: AbstractBaseUser
) -> None:
    if end == "draft":
        return
    workflow.submit(article.pk, language, by=writer)
    if end == "review":
        return
    if end == "scheduled":
        tomorrow = timezone.localtime(database_now() + timedelta(days=1)).replace(
            hour=9, minute=0, second=0, microsecond=0
        )
        workflow.approve(article.pk, language, by=editor, fingerprint=_fingerprint(article, language), at=tomorrow)
        return
    workflow.approve_archive(article.pk, language, by=editor, fingerprint=_fingerprint(article, language))
    if end == "corrected":
        wrong, right = plan[f"corrected_{language}"]
        workflow.reopen(article.pk, language, by=writer)
        body = f"body_{language}"
        note = {f"correction_note_{language}": plan[f"correction_{language}"]}
        kind = {f"correction_kind_{language}": CorrectionKind.SUBSTANTIVE.value}
        text = getattr(Article.objects.get(pk=article.pk), body).replace(wrong, right)
        _write(article, writer, **{body: text}, **note, **kind)
        workflow.submit(article.pk, language, by=writer)
        workflow.approve(article.pk, language, by=editor, fingerprint=_fingerprint(article, language))
    if end == "withdrawn":
        workflow.withdraw(article.pk, language, by=editor, reason=plan[f"withdrawal_{language}"])


def _write(article: Article, writer: AbstractBaseUser, **changes: Any) -> None:
    version = Article.objects.values_list("version", flat=True).get(pk=article.pk)
    workflow.write(article.pk, by=writer, changes=changes, base_version=version)


def _fingerprint(article: Article, language: str) -> str:
    return fingerprint_of(manuscript(Article.objects.get(pk=article.pk), language))


def _picture(plan: dict[str, str], branch: int, writer: AbstractBaseUser) -> Picture:
    picture = add_picture((SAMPLES / plan["file"]).read_bytes(), by=writer, branch=branch)
    return describe(picture, {name: plan[name] for name in TEXTS if name in plan}, by=writer)


def _file(plan: dict[str, str], branch: int, writer: AbstractBaseUser) -> ReportFile:
    titles = {name: plan[name] for name in TITLES if name in plan}
    return add_file((SAMPLES / plan["file"]).read_bytes(), by=writer, branch=branch, **titles)


def _entry(model: type[E], pair: str) -> E:
    name_ar, name_en = (name.strip() for name in pair.split("|"))
    entry, made = model.objects.get_or_create(name_ar=name_ar, defaults={"name_en": name_en})
    if made:
        entry.fill_slugs()
        entry.save()
    return entry
