"""Many reports in every state, inserted in bulk past the verbs: for pages whose cost must not grow with them."""

from datetime import timedelta

from articles.models import Article, Revision, Track, Transition
from articles.press.models import Edition
from shaf.db.clock import database_now
from tests import factories as f

HEAVY = f.BODY_AR * 20

# What each of these revisions changed.
TOUCHED = {"title_ar": True, "body_ar": True}


def fill(n: int, *, writer: f.User, editor: f.User, branch: f.Branch) -> None:
    """`n` reports of `branch` by `writer`, every tenth in each of ten situations, as old as they are many."""
    now = database_now()
    articles = Article.objects.bulk_create(
        Article(
            branch=branch,
            title_ar=f"تقرير {i}",
            body_ar=HEAVY,
            title_en=f"Report {i}" if i % 10 in (6, 7) else "",
            body_en=f.BODY_EN if i % 10 in (6, 7) else "",
            version=2,
            not_before=now + timedelta(days=1 + i % 50) if i % 10 == 8 else None,
            binned_at=now - timedelta(hours=i) if i % 10 == 9 else None,
        )
        for i in range(n)
    )
    editions, tracks, revisions, done = [], [], [], []
    for i, article in enumerate(articles):
        then, kind = now - timedelta(hours=1 + i % 500), i % 10
        state = {1: "review", 2: "review", 4: "approved", 5: "approved", 6: "approved", 7: "withdrawn"}.get(
            kind, "draft"
        )
        for version in (1, 2):
            by = editor if kind == 2 and version == 2 else writer
            revisions.append(
                Revision(
                    article=article,
                    version=version,
                    by=by,
                    at=then,
                    draft={},
                    changed={"title_ar": True, "body_ar": True},
                )
            )
        moved = {"article": article, "language": "ar", "at": then}
        done.append(Transition(**moved, verb="submit", by=writer, from_state="draft", to_state="review"))
        if kind == 3:
            back = {"verb": "send_back", "from_state": "review", "to_state": "draft", "reason": "راجع الأرقام."}
            done.append(Transition(**moved, **back, by=editor))
        if kind in (4, 5, 6, 7):
            done.append(Transition(**moved, verb="approve", by=editor, from_state="review", to_state="approved"))
            numbers = (1, 2) if kind == 6 else (1,)
            for number in numbers:
                editions.append(_edition(article, i, number, numbers[-1], now, editor))
        if kind == 7:
            done.append(Transition(**moved, verb="withdraw", by=editor, from_state="approved", to_state="withdrawn"))
        due = (now - timedelta(days=3)).date() if kind == 0 and i % 20 == 0 else None
        tracks += [
            Track(article=article, language="ar", state=state, due_on=due),
            Track(article=article, language="en"),
        ]
    Edition.objects.bulk_create(editions, batch_size=200)
    first = {e.article_id: e for e in editions if e.number == 1}
    for track in tracks:
        if track.language == "en" and track.article.title_en and track.article_id in first:
            track.made_from = first[track.article_id]
    Track.objects.bulk_create(tracks)
    Revision.objects.bulk_create(revisions)
    Transition.objects.bulk_create(done)


def _edition(article, i, number, last, now, editor) -> Edition:
    begins = now - timedelta(days=i % 300, hours=2 - number)
    if i % 10 == 4:
        begins = now + timedelta(days=1 + i % 60)
    ends, why, note = None, "", ""
    if number < last:
        ends, why = now - timedelta(days=i % 300, hours=0), "superseded"
    if number > 1:
        begins = now - timedelta(days=i % 300, hours=0)
    if i % 10 == 7:
        ends, why, note = max(begins + timedelta(hours=1), now), "withdrawn", "سبب معلن"
    return Edition(
        article=article,
        language="ar",
        number=number,
        article_version=1,
        live_from=begins,
        first_live_from=begins,
        live_until=ends,
        ended_why=why,
        ended_note=note,
        title=article.title_ar,
        body=HEAVY,
        description="نص",
        word_count=1,
        credits={"branch": {"id": article.branch_id, "name": "القاهرة", "slug": "القاهرة"}, "attributions": []},
        byline_date=begins.date(),
        slug="تقرير",
        correction_note="صُحّح." if number > 1 else "",
        correction_kind="substantive" if number > 1 else "",
        written_by=[],
        approved_by=editor,
        approved_by_name="محرر",
        manuscript="{}",
        manuscript_format=1,
        fingerprint="0" * 64,
        seal="0" * 64,
    )
