"""Documents → one article, through the verbs. A report has one document, or one in each language.

`import_reference` (title folded, byline date, branch) says which article a document is, `import_hash` whether its text
changed, `import_version` whether somebody edited the article at the desk since.
"""

import hashlib
import re
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from django.contrib.auth.models import AbstractBaseUser

from articles.desk import workflow
from articles.desk.article import draft, rights
from articles.desk.article.refusal import Refusal
from articles.desk.article.said import gettext as _
from articles.desk.article.said import joined
from articles.desk.article.to_manuscript import manuscript
from articles.desk.copy_check import of_files
from articles.desk.copy_check.drafts import document_of
from articles.desk.copy_check.house import house_of
from articles.desk.copy_check.of_files import Counted
from articles.desk.form import left_out
from articles.desk.importers import file_pictures, register, titles
from articles.desk.importers.document import Document
from articles.desk.importers.file_pictures import Encoded
from articles.desk.importers.plain_text import ARABIC_LETTER
from articles.desk.importers.problem import Unimportable
from articles.desk.importers.to_html import to_html
from articles.models import Article, Track
from articles.press.manuscript import fingerprint_of
from articles.press.models import Edition
from authors.models import Branch, Source
from shaf.db.clock import database_now
from shaf.product.limits import TEXT
from shaf.text import arabic

REFERENCE_LENGTH = 200
DIGEST_LENGTH = 32
NO_DIGEST = "0" * DIGEST_LENGTH

Documents = Mapping[str, Document]


@dataclass(frozen=True, slots=True)
class Stored:
    """What became of a report. `result`: created, updated or unchanged; `published`: the languages that went out.

    `copy`: of each language that was stored, what the rules of copy say.
    """

    result: str
    article: Article
    published: tuple[str, ...]
    copy: Mapping[str, Counted]


@dataclass(frozen=True, slots=True)
class Archived:
    """What an archive knows of a report beside its text.

    `reference`: which report it is, whatever its title and date become. `more`: further fields of the draft, asked for
    within the transaction. `published_at`: when it was first public; None: on its byline's date.
    """

    reference: str
    more: Callable[[Branch, list[str]], draft.Draft]
    published_at: datetime | None = None


class Known(Refusal):
    """The file is a report already."""

    def __init__(self, article: Article) -> None:
        message = _("Report %(number)d has this title, date and branch. Open it, and bring the file there.")
        super().__init__("known", message % {"number": article.pk})
        self.article = article.pk


def digest(text: str) -> str:
    """128 bits of the SHA-256 of a file's text; blank lines and the width of white space do not count."""
    lines = (re.sub("[ \t]+", " ", line).strip() for line in text.splitlines())
    return hashlib.sha256("\n".join(line for line in lines if line).encode()).hexdigest()[:DIGEST_LENGTH]


def digest_of(document: Document) -> str:
    """As `digest`, of what was read: a word processor writes other bytes each time that it saves the same text."""
    credits = [(one.source, one.authors, one.date, one.url, one.title) for one in document.attributions]
    return digest(f"{document.title}\n{document.standfirst}\n{to_html(document.blocks)}\n{credits}")


def store(
    documents: Documents,
    digests: Mapping[str, str],
    *,
    by: AbstractBaseUser,
    branch: Branch | None,
    approved_by: AbstractBaseUser | None,
    notes: list[str],
    taken: Collection[str] = (),
    accept_repairs: bool = False,
    repair: bool = False,
    pictures: Encoded | None = None,
    archived: Archived | None = None,
) -> Stored:
    """Create or update the report, and publish it as `approved_by`. To be called in a transaction of its own.

    `documents` has Arabic first; `branch` overrides what they name. `taken`: the import references that this run has
    stored already. `notes` receives what the desk should know; `accept_repairs` takes the better spelling of a title.
    `pictures`: those of the documents, re-encoded; without them the text is stored without.
    What a person would have to look at before it is public is not published: Unimportable. Raises Refusal, too.
    """
    typed = documents
    if accept_repairs:
        documents = _repaired(documents, notes)
    byline = byline_of(documents, notes, publishing=approved_by is not None)
    _check_agreement(documents)
    branch = branch or register.branch({language: d.branch for language, d in documents.items()}, by, notes)
    for language in documents:
        if not rights.may(by, "write", branch.pk, language):
            raise Refusal("language", _("You may not write in this language in this branch."))
    references = (
        [archived.reference] if archived else [reference(document, byline, branch) for document in documents.values()]
    )
    note(documents, byline, notes, publishing=approved_by is not None)
    copy: dict[str, Counted] = {}

    def changes_of() -> draft.Draft:
        wanted = changes(documents, byline, branch, notes, by=by, pictures=pictures, is_archive=archived is not None)
        wanted |= archived.more(branch, notes) if archived else {}
        house = house_of(branch.pk)
        for language in documents:
            wanted, copy[language] = of_files.settled(wanted, language, house, repair=repair)
        return wanted

    article, result = _known(references), "unchanged"
    if article is None:
        article, result = workflow.create(by=by, changes=changes_of()), "created"
    elif any(
        _stored_digest(article, language) != digests[language]
        or _repair_waits(article, language, typed, documents)
        or (repair and _copy_waits(article, language))
        for language in documents
    ):
        if not {article.import_reference}.isdisjoint(taken):
            raise Unimportable(
                "duplicate",
                _("Another file of this run has the same title, date and branch, and a different text."),
                _("Keep the right one of the two and remove the other."),
            )
        result = _update(article, documents, by, changes_of(), notes)
    _remember(article, references[0], digests, written=result != "unchanged")
    if result != "unchanged":
        remark(article, documents, by)
    at = archived.published_at if archived else None
    published = _publish(article, documents, by, approved_by, at) if approved_by else ()
    return Stored(result, article, published, copy)


def reference(document: Document, byline: int | None, branch: Branch) -> str:
    """The import reference: at most 200 characters, a long title shortened to a beginning and a digest."""
    title = arabic.fold(document.title)
    day = "" if byline is None else document.attributions[byline].date
    whole = f"text:{branch.pk}:{day}:{title}"
    if len(whole) <= REFERENCE_LENGTH:
        return whole
    return f"{whole[: REFERENCE_LENGTH - DIGEST_LENGTH - 1]}…{digest(title)}"


# Reading the documents


def byline_of(documents: Documents, notes: list[str], *, publishing: bool) -> int | None:
    """Which attribution is the report's own: the first whose source is the publisher, in each language the same.

    None, with a note, where a draft may lack it. Raises Unimportable.
    """
    for document in documents.values():
        if document.problem and publishing:
            raise document.problem
        if document.problem:
            notes.append(joined([document.problem.reason, document.problem.remedy]))
    try:
        return _byline(documents, may_lack_date=not publishing)
    except Unimportable as problem:
        if publishing or not all(document.lenient for document in documents.values()):
            raise
        if not any(document.problem for document in documents.values()):
            notes.append(joined([problem.reason, problem.remedy]))
        return None


def _byline(documents: Documents, *, may_lack_date: bool) -> int:
    publisher = Source.publisher()
    if publisher is None:
        raise Unimportable(
            "publisher.missing",
            _("The register has no source of kind “this centre”."),
            _("Add the centre to the sources, with every name that its reports use for it."),
        )
    places = set()
    for language, document in documents.items():
        own = [i for i, block in enumerate(document.attributions) if register.is_own(block.source, publisher)]
        if not own:
            raise _unknown_centre(document, publisher, language)
        byline = document.attributions[own[0]]
        if byline.date is None and not (may_lack_date and document.lenient):
            raise Unimportable(
                "date.missing",
                _("The centre's own attribution has no date."),
                _("Add a line «التاريخ: 16/11/2025» (Date: 16/11/2025) to it."),
                line=byline.line or None,
                language=language,
            )
        places.add(own[0])
    if len(places) > 1:
        raise _disagreement(_("The centre's own attribution stands in different places in the two languages."))
    return places.pop()


def _unknown_centre(document: Document, publisher: Source, language: str) -> Unimportable:
    if not document.attributions:
        return Unimportable(
            "attribution.missing",
            _("The text does not end with an attribution."),
            _("End it with the lines «المصدر: …», «الكاتب: …» and «التاريخ: …» (Source, Author, Date)."),
            language=language,
        )
    sources = [block for block in document.attributions if block.source]
    first = (sources or document.attributions)[0]
    named = "، ".join(f"«{block.source}»" for block in sources)
    return Unimportable(
        "centre.unknown",
        _("No attribution is the centre's own: the text names %(sources)s.") % {"sources": named}
        if named
        else _("No attribution is the centre's own: the text names no source."),
        _("Correct the source, or add that name to the aliases of “%(publisher)s” in the register.")
        % {"publisher": publisher},
        line=first.lines.get("source", first.line) or None,
        language=language,
    )


def _check_agreement(documents: Documents) -> None:
    """Both languages of a report share its attributions."""
    if len(documents) < 2:
        return
    first, second = (document.attributions for document in documents.values())
    if len(first) != len(second):
        raise _disagreement(_("The two languages have different numbers of attributions."))
    for one, other in zip(first, second, strict=True):
        if one.date != other.date:
            raise _disagreement(_("The two languages give different dates."), line=other.lines.get("date", other.line))
        if len(one.authors) != len(other.authors) or bool(one.source) != bool(other.source):
            raise _disagreement(_("The two languages credit different people or sources."), line=other.line)


def _disagreement(reason: str, line: int | None = None) -> Unimportable:
    return Unimportable(
        "pair.disagrees",
        reason,
        _("Give both files the same attributions, in the same order."),
        line=line,
        language="en",
    )


def _repaired(documents: Documents, notes: list[str]) -> Documents:
    repaired = {}
    for language, document in documents.items():
        better = titles.proposed(document.title, language)
        if better != document.title:
            notes.append(
                _("The title is repaired: “%(typed)s” → “%(title)s”") % {"typed": document.title, "title": better}
            )
        repaired[language] = replace(document, title=better)
    return repaired


def _repair_waits(article: Article, language: str, typed: Documents, repaired: Documents) -> bool:
    """Whether the report stands as it was imported, in draft, with the title as it was typed."""
    return (
        article.version == article.import_version
        and getattr(article, f"title_{language}") == typed[language].title != repaired[language].title
        and article.track(language).state == Track.State.DRAFT
    )


def _copy_waits(article: Article, language: str) -> bool:
    """Whether the report stands as it was imported, in draft, with something that repairs itself."""
    if article.version != article.import_version or article.track(language).state != Track.State.DRAFT:
        return False
    return bool(of_files.counted(document_of(article, language), language, house_of(article.branch_id)).safe)


def changes(
    documents: Documents,
    byline: int | None,
    branch: Branch,
    notes: list[str],
    *,
    by: AbstractBaseUser,
    pictures: Encoded | None,
    is_archive: bool = False,
) -> draft.Draft:
    """The draft that the documents make. Adds to the register what it lacks, and to the library their pictures."""
    changes: draft.Draft = {"branch": branch.pk, "attributions": []}
    for language, document in documents.items():
        file_pictures.upload(document, pictures, notes, by=by, branch=branch, is_archive=is_archive)
        html = file_pictures.placed(to_html(document.blocks), document, pictures)
        changes |= {f"title_{language}": document.title, f"body_{language}": html}
        if document.standfirst:
            changes[f"standfirst_{language}"] = document.standfirst
        notes += [_("Left out of the text: %(what)s") % {"what": line} for line in left_out.said(document.lost)]
    for lost in left_out.of(changes).values():
        notes += [_("Left out of the text: %(what)s") % {"what": line} for line in left_out.said(lost)]
    main = next(iter(documents.values()))
    for place, block in enumerate(main.attributions):
        twins = {language: document.attributions[place] for language, document in documents.items()}
        source = {language: twin.source for language, twin in twins.items() if twin.source}
        authors = [
            register.author({language: twin.authors[n] for language, twin in twins.items()}, notes).pk
            for n in range(len(block.authors))
        ]
        changes["attributions"].append(
            draft.ATTRIBUTION
            | {
                "kind": "byline" if place == byline else "reference",
                "source": register.source(source, notes).pk if source else None,
                "authors": list(dict.fromkeys(authors)),
                "date": block.date.isoformat() if block.date else None,
                "title": block.title,
                "title_language": ("ar" if ARABIC_LETTER.search(block.title) else "en") if block.title else "",
                "url": block.url or next((twin.url for twin in twins.values() if twin.url), ""),
            }
        )
    return changes


def note(documents: Documents, byline: int | None, notes: list[str], *, publishing: bool) -> None:
    """What the desk should know of the documents. Raises Unimportable where one may not be published."""
    main = next(iter(documents.values()))
    written = None if byline is None else main.attributions[byline].date
    if written and written > database_now().astimezone(workflow.CAIRO).date():
        if publishing:
            raise Unimportable(
                "date.future",
                _("The report is dated in the future: %(date)s.") % {"date": written.strftime("%d/%m/%Y")},
                _("Correct the date, or import it as a draft and schedule it at the desk."),
                line=main.attributions[byline or 0].lines["date"] or None,
            )
        notes.append(_("The report is dated in the future: %(date)s.") % {"date": written.strftime("%d/%m/%Y")})
    for language, document in documents.items():
        if (better := titles.proposed(document.title, language)) != document.title:
            notes.append(_("The title is kept as typed; proposed: %(title)s") % {"title": better})
        if damage := titles.damage(better):
            notes.append(damage)
        for line, label in document.unfilled:
            if line:
                notes.append(_("Line %(line)d: “%(label)s” is empty.") % {"line": line, "label": label})
            else:
                notes.append(_("“%(label)s” is empty.") % {"label": label})
        for line in document.misnumbered:
            notes.append(_("Line %(line)d: the number neither begins nor continues a list. Check it.") % {"line": line})
        for block in document.stray:
            said = (
                _("Line %(line)d: the address belongs to no attribution and was left out: %(url)s")
                if block.line
                else _("The address belongs to no attribution and was left out: %(url)s")
            )
            notes.append(said % {"line": block.line, "url": block.url})
        if document.recents:
            notes.append(_("The recent articles at the end were left out: the site lists them itself."))
    for place, block in enumerate(main.attributions):
        if place == byline:
            continue
        work = {"work": block.title or block.source or ", ".join(block.authors)}
        if not any(document.attributions[place].url for document in documents.values()):
            notes.append(_("The reference to “%(work)s” needs a URL.") % work)
        if not block.date:
            notes.append(_("The reference to “%(work)s” needs a date.") % work)
    if main.standfirst:
        notes.append(_("To be added at the desk: key points, topics."))
    else:
        notes.append(_("To be added at the desk: standfirst, key points, topics."))


# Storing


def remember_new(article: Article, document: Document, byline: int | None, branch: Branch) -> None:
    """Of a draft that was made of a file at the desk: what an import of the same file compares."""
    _remember(article, reference(document, byline, branch), {document.language: digest_of(document)}, written=True)


def require_new(document: Document, byline: int | None, branch: Branch) -> None:
    """Raises Known where a file of this title, date and branch is a report already."""
    if known := _known([reference(document, byline, branch)]):
        raise Known(known)


def remark(article: Article, documents: Documents, by: AbstractBaseUser) -> None:
    """The comments of the files, as remarks on the draft."""
    for language, document in documents.items():
        for one in document.remarks:
            for start in range(0, len(one.text), TEXT):
                workflow.remark(article.pk, language, by=by, text=one.text[start : start + TEXT], quote=one.quote)


def _known(references: Iterable[str]) -> Article | None:
    found = list(Article.objects.select_for_update().filter(import_reference__in=set(references)))
    if len(found) > 1:
        raise Unimportable(
            "pair.two_reports",
            _("The two languages were imported before, as two reports: %(numbers)s.")
            % {"numbers": ", ".join(str(article.pk) for article in found)},
            _("Empty one of the two out of the bin at the desk, then import again."),
            language="en",
        )
    return found[0] if found else None


def _stored_digest(article: Article, language: str) -> str:
    at = draft.LANGUAGES.index(language) * DIGEST_LENGTH
    return article.import_hash[at : at + DIGEST_LENGTH] or NO_DIGEST


def _remember(article: Article, reference: str, digests: Mapping[str, str], *, written: bool) -> None:
    """Store what the next import compares; of a language that is not in this run, what was there."""
    article.import_reference = reference
    article.import_hash = "".join(digests.get(code) or _stored_digest(article, code) for code in draft.LANGUAGES)
    columns: dict[str, Any] = {"import_reference": reference, "import_hash": article.import_hash}
    if written:
        article.import_version = columns["import_version"] = article.version
    Article.objects.filter(pk=article.pk).update(**columns)


def _update(
    article: Article, documents: Documents, by: AbstractBaseUser, changes: draft.Draft, notes: list[str]
) -> str:
    if article.binned_at:
        raise Unimportable(
            "binned",
            _("The report is in the bin."),
            _("Bring it back at the desk and import again, or remove the file."),
        )
    if article.version != article.import_version:
        raise Unimportable(
            "edited",
            _("Report %(number)d was edited at the desk since it was imported, and the file has changed too.")
            % {"number": article.pk},
            _("Bring the file's changes into the report at the desk; the import overwrites nobody's work."),
        )
    current = draft.read(article)
    changes |= {f"slug_{language}": "" for language in documents if not current[f"slug_{language}"]}
    changed = {field: value for field, value in draft.normalised(changes).items() if value != current[field]}
    if not changed:
        return "unchanged"
    before = {track.language: track.state for track in article.tracks.all()}
    for language, state in before.items():
        if any(draft.language_of(field) == language for field in changed):
            _reopen(article, language, state, by)
    article.version = workflow.write(article.pk, by=by, changes=changed, base_version=article.version).version
    for track in Track.objects.filter(article=article):
        if before[track.language] == Track.State.APPROVED and track.state == Track.State.DRAFT:
            notes.append(
                _(
                    "Returned to draft in %(language)s; what is public stays as it is until the change is approved, "
                    "with a correction note."
                )
                % {"language": track.get_language_display()}
            )
    return "updated"


def _reopen(article: Article, language: str, state: str, by: AbstractBaseUser) -> None:
    if state == Track.State.WITHDRAWN:
        raise Unimportable(
            "withdrawn",
            _("The report was withdrawn, and the file has changed since."),
            _("Reopen it at the desk if it is to come back, then import again."),
            language=language,
        )
    if state == Track.State.APPROVED:
        workflow.reopen(article.pk, language, by=by)


def _publish(
    article: Article,
    documents: Documents,
    by: AbstractBaseUser,
    approved_by: AbstractBaseUser,
    at: datetime | None,
) -> tuple[str, ...]:
    """Publish the languages that stand as they were imported and on which the desk has not acted yet."""
    if article.version != article.import_version or article.binned_at:
        return ()
    published = []
    for language, document in documents.items():
        acted = article.transitions.filter(language=language).exists()
        if acted or Edition.objects.filter(article=article, language=language).exists():
            continue
        _require_nothing_to_look_at(document, language)
        workflow.submit(article.pk, language, by=by, version=article.version, of_archive=True)
        shown = fingerprint_of(manuscript(Article.objects.get(pk=article.pk), language))
        workflow.approve_archive(article.pk, language, by=approved_by, fingerprint=shown, at=at)
        published.append(language)
    return tuple(published)


def _require_nothing_to_look_at(document: Document, language: str) -> None:
    """Raises Unimportable for what the desk would mend before it approves: nobody reads an archive on its way out."""
    better = titles.proposed(document.title, language)
    if damage := titles.damage(better):
        raise Unimportable(
            "title.damaged",
            damage,
            _("Correct the first line of the file, or import it as a draft and correct the title at the desk."),
            line=None if document.lenient else document.title_line,
            language=language,
        )
    if better != document.title:
        raise Unimportable(
            "title.repair",
            _("The title “%(typed)s” needs a repair: “%(title)s”.") % {"typed": document.title, "title": better},
            _("Import with --accept-repairs to publish the repaired title, or correct the first line of the file."),
            line=None if document.lenient else document.title_line,
            language=language,
        )
    for line, label in document.unfilled:
        raise Unimportable(
            "attribution.unfilled",
            _("“%(label)s” is empty.") % {"label": label},
            _("Fill the line in or remove it, or import the report as a draft and complete it at the desk."),
            line=line or None,
            language=language,
        )
