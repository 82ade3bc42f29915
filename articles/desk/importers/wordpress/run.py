"""An export and a map → reports and pages: one transaction for each, and what became of it.

Whoever breaks it off runs it again: a report that is here already, and of which nothing has changed, is passed over
before anything is worked out of it.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from django.contrib.auth.models import AbstractBaseUser
from django.db import IntegrityError, transaction

from articles.desk.archive.recording import Found, kind_of
from articles.desk.article.draft import Draft
from articles.desk.article.refusal import Refusal
from articles.desk.article.said import gettext as _
from articles.desk.article.said import joined
from articles.desk.importers import drafts, file_pictures
from articles.desk.importers.document import Document
from articles.desk.importers.file_pictures import Encoded
from articles.desk.importers.plain_text import ARABIC_LETTER
from articles.desk.importers.problem import Unimportable
from articles.desk.importers.to_html import to_html
from articles.desk.importers.wordpress import carried, pages, posts, site_map
from articles.desk.importers.wordpress.export import Entry, entries
from articles.desk.importers.wordpress.markup import Archive, Attachment
from articles.desk.importers.wordpress.posts import Post
from articles.desk.importers.wordpress.site_map import LEAVE, SiteMap
from articles.desk.importers.wordpress.survey import OWN_TYPES, Survey
from articles.desk.importers.wordpress.uploads import Uploads
from articles.desk.workflow.naming import add_entry
from articles.desk.workflow.pictures import add_picture, describe
from articles.models import Article
from articles.press.html.sanitise import TooLarge, canonical, worked_out_once
from articles.press.models import Edition
from authors.models import Author, Branch, ReportType, Series, Topic
from authors.models import Entry as RegisterEntry
from shaf.db.at_once import once_more
from shaf.db.clock import database_now
from shaf.pictures.encoding import PictureRefused, Reencoded, reencode
from shaf.text import arabic

CREATED, UPDATED, UNCHANGED, REFUSED, LEFT = "created", "updated", "unchanged", "refused", "left out"
ALT = 300


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one entry. `place`: its address there. `found`: what a person should look at."""

    result: str
    title: str
    place: str
    article: int | None = None
    published: tuple[str, ...] = ()
    found: tuple[Found, ...] = ()
    code: str = ""
    reason: str = ""
    remedy: str = ""


@dataclass(slots=True)
class Importing:
    """`branch`: where all goes that the map leads nowhere. `approved_by`: who publishes; None: all becomes drafts."""

    survey: Survey
    mapped: SiteMap
    uploads: Uploads
    by: AbstractBaseUser
    branch: Branch | None = None
    approved_by: AbstractBaseUser | None = None
    accept_repairs: bool = False
    repair_encoding: bool = False
    dry_run: bool = False
    encoding: str = ""
    archive: Archive = field(init=False)
    files: dict[str, Attachment] = field(init=False)
    places: dict[tuple[str, str], RegisterEntry | None] = field(default_factory=dict)
    unplaced: dict[tuple[str, str], str] = field(default_factory=dict)
    done: set[int] = field(default_factory=set)

    def __post_init__(self) -> None:
        if self.approved_by is not None and self.approved_by.pk == self.by.pk:
            raise Refusal("four_eyes", _("Who imports cannot approve: name another person."))
        found = self.survey
        self.files = {one.file: one for one in found.attachments.values()}
        self.archive = Archive(found.attachments, found.galleries, found.blocks, self.uploads, found.site.home)

    @property
    def home(self) -> str:
        return self.survey.site.home

    def reference(self, number: int) -> str:
        host = self.home.partition("://")[2].strip("/") or self.home
        return f"wordpress:{host[:150]}:{number}"

    def outcomes(self, paths: Iterable[Path]) -> Iterator[Outcome]:
        """Each entry of the files, that is no part of another, as it is stored."""
        for path in paths:
            for entry in entries(path, self.encoding):
                if isinstance(entry, Entry) and (entry["wp:post_type"] or "post") not in OWN_TYPES:
                    with worked_out_once():
                        outcome = self.one(entry)
                    yield outcome

    def one(self, entry: Entry) -> Outcome:
        post = posts.post_of(entry, self.archive, self.mapped, repair=self.repair_encoding)
        outcome = partial(Outcome, title=post.title, place=post.link)
        try:
            if not post.number or post.number in self.done:
                raise Unimportable(
                    "number",
                    _("The entry has no number of its own."),
                    _("Export it once more; one file may have been given twice."),
                )
            self.done.add(post.number)
            if LEAVE in (post.becomes, post.status):
                if post.entry["wp:status"] == "publish" and not self.dry_run:
                    carried.gone(post, self.home)
                return outcome(LEFT)
            if post.becomes == "page":
                return self._page(post, outcome)
            return self._report(post, outcome)
        except Unimportable as problem:
            return outcome(REFUSED, code=problem.code, reason=problem.reason, remedy=problem.remedy)
        except Refusal as refusal:
            remedy = _("Settle it at the desk or on the former site, then import again.")
            return outcome(REFUSED, code=refusal.code, reason=joined(refusal.messages), remedy=remedy)
        except (TooLarge, RecursionError):
            reason = _("The text is too large, or nested too deeply.")
            return outcome(REFUSED, code="too_large", reason=reason, remedy=_("Divide it into several."))
        except IntegrityError:
            reason = _("Somebody else stored the same report, or the same name in the register, at this moment.")
            return outcome(REFUSED, code="at_once", reason=reason, remedy=_("Run the import again."))

    # Reports

    def _report(self, post: Post, outcome: "partial[Outcome]") -> Outcome:
        reference = self.reference(post.number)
        publishing = self.approved_by is not None and post.is_public()
        if known := self._unchanged(reference, post.digest, publishing=publishing):
            return outcome(UNCHANGED, article=known.pk)
        posts.read(post, self.archive, self.mapped, repair=self.repair_encoding)
        document = post.document
        if document is None:
            raise Unimportable("publisher.missing", _("The register has no source of kind “this centre”."), "")
        pictures = self._encoded(post)
        canonical(file_pictures.placed(to_html(document.blocks), document, pictures))
        branch = self._branch(post)
        # Before the transaction opens: what is new in the register stays, also where the report is refused.
        for key in post.terms():
            self._place(key)
        found: list[Found] = []
        stored = None
        if publishing:
            try:
                stored, notes = self._store(post, document, pictures, branch, self.approved_by)
            except (Unimportable, Refusal) as problem:
                # It comes as a draft, with what stands in its way.
                reason = [problem.reason, problem.remedy] if isinstance(problem, Unimportable) else problem.messages
                text = joined([_("It is a draft, since it cannot be published as it is:"), *reason])
                found.append(Found(kind="attribution" if "attribution" in problem.code else "note", text=text))
        if stored is None:
            stored, notes = self._store(post, document, pictures, branch, None)
        found += [*self._of_text(post), *(Found(kind=kind_of(note), text=note) for note in notes)]
        if post.has_password:
            found.append(Found(kind="note", text=_("It had a password there, which is not kept: it is a draft here.")))
        about = partial(_about, article=stored.article.pk, place=post.link)
        return outcome(
            stored.result, article=stored.article.pk, published=stored.published, found=tuple(map(about, found))
        )

    def _unchanged(self, reference: str, digest: str, *, publishing: bool) -> Article | None:
        """The report, where nothing is left to do."""
        article = Article.objects.filter(import_reference=reference).first()
        if article is None or digest not in article.import_hash:
            return None
        if publishing and not Edition.objects.filter(article=article).exists() and not article.transitions.exists():
            return None
        return article

    def _store(
        self,
        post: Post,
        document: Document,
        pictures: Encoded | None,
        branch: Branch | None,
        approved_by: AbstractBaseUser | None,
    ) -> tuple[drafts.Stored, list[str]]:
        notes: list[str] = []
        language = document.language
        at = posts.published_at(post.entry, self.mapped.zone)
        archived = drafts.Archived(
            self.reference(post.number),
            lambda into, said: self._more(post, language, into, pictures, said),
            min(at, database_now()) if at else None,
        )

        def act() -> drafts.Stored:
            stored = drafts.store(
                {language: document},
                {language: post.digest},
                by=self.by,
                branch=branch,
                approved_by=approved_by,
                notes=notes,
                accept_repairs=self.accept_repairs,
                pictures=pictures,
                archived=archived,
            )
            carried.report(post, stored.article.pk, language, self.home)
            self._carry_pictures(post, pictures)
            return stored

        return once_more(act, begin_again=notes.clear), notes

    def _more(self, post: Post, language: str, branch: Branch, pictures: Encoded | None, notes: list[str]) -> Draft:
        """The fields that stand beside the text."""
        topics, more = [], {f"feed_id_{language}": post.feed_id}
        for key in post.terms():
            match self._place(key):
                case Topic() as topic if topic.name_in(language):
                    topics.append(topic.pk)
                case Topic() as topic:
                    text = _("The topic “%(name)s” has no name in this language, so the report goes without it.")
                    notes.append(text % {"name": str(topic)})
                case Series() as series:
                    more["series"] = series.pk
                case ReportType() as kind:
                    more["report_type"] = kind.pk
        if slug := arabic.slugify(post.slug):
            more[f"slug_{language}"] = slug
        made = pictures.get(post.cover.name) if post.cover and pictures else None
        if post.cover and isinstance(made, Reencoded):
            picture = add_picture(post.cover.data, by=self.by, branch=branch.pk, encoded=made, is_counted=False)
            if post.cover.alt and not getattr(picture, f"alt_{language}"):
                describe(picture, {f"alt_{language}": post.cover.alt[:ALT]}, by=self.by)
            more["cover"] = picture.pk
        elif isinstance(made, PictureRefused):
            notes.append(_("The cover was left out: %(why)s") % {"why": made.message})
        return more | {"topics": topics}

    def _encoded(self, post: Post) -> Encoded | None:
        """Before the transaction opens: on SQLite nobody else writes while it is open."""
        if self.dry_run or post.document is None:
            return None
        made = file_pictures.encoded([post.document])
        if post.cover and post.cover.name not in made:
            try:
                made[post.cover.name] = reencode(post.cover.data)
            except PictureRefused as refused:
                made[post.cover.name] = refused
        return made

    def _carry_pictures(self, post: Post, pictures: Encoded | None) -> None:
        used = dict(post.text.used)
        if post.cover:
            used[post.cover.name] = [*used.get(post.cover.name, ()), post.cover_address]
        for name, addresses in used.items():
            made = pictures.get(name) if pictures else None
            for address in dict.fromkeys(addresses):
                if isinstance(made, Reencoded):
                    carried.picture(self.files.get(address, Attachment(0, address)), made.name, self.home)

    # What the map says

    def _place(self, key: tuple[str, str]) -> RegisterEntry | None:
        if key not in self.places:
            kind, name = self.mapped.terms.get(key, ("", ""))
            found = site_map.find(kind, name) if kind else None
            if found is None and kind in ("topic", "series"):
                language = "ar" if ARABIC_LETTER.search(name) else "en"
                try:
                    found = add_entry(site_map.PLACES[kind], {language: name}, by=self.by, sure=True)
                except Refusal as refusal:
                    self.unplaced[key] = joined(refusal.messages)
            self.places[key] = found
        return self.places[key]

    def _branch(self, post: Post) -> Branch | None:
        """Of its categories, else as the text names it, else the one for all others."""
        for key in post.terms():
            if isinstance(found := self._branch_of(key), Branch):
                return found
        typed = site_map.find("branch", post.document.branch) if post.document and post.document.branch else None
        return typed if isinstance(typed, Branch) else self.branch

    def _branch_of(self, key: tuple[str, str]) -> RegisterEntry | None:
        return self._place(key) if self.mapped.terms.get(key, ("", ""))[0] == "branch" else None

    # Pages

    def _page(self, post: Post, outcome: "partial[Outcome]") -> Outcome:
        if not post.is_public():
            return outcome(LEFT)
        if self.approved_by is None:
            reason = _("A page is public as soon as it is stored, so pages come with --publish.")
            return outcome(LEFT, found=(Found(kind="note", text=reason, place=post.link),))
        posts.read(post, self.archive, self.mapped, repair=self.repair_encoding)
        document, branch = post.document, self._branch(post) or self.branch or Branch.objects.first()
        if document is None or branch is None:
            raise Unimportable("branch.missing", _("There is no branch."), _("Name one with --branch SLUG."))
        if post.is_damaged:
            raise Unimportable(
                "damaged",
                _("Letters of the text were read in a wrong encoding once."),
                _("Look at what --repair-encoding makes of it, with --dry-run first."),
            )
        pictures, notes = self._encoded(post), []

        def act() -> tuple[RegisterEntry, str]:
            page, result = pages.store(document, post.slug, pictures, notes, by=self.by, branch=branch)
            carried.page(post, page, document.language, self.home)
            self._carry_pictures(post, pictures)
            return page, result

        _stored, result = once_more(act, begin_again=notes.clear)
        found = [*self._of_text(post), *(Found(kind=kind_of(note), text=note) for note in notes)]
        about = partial(_about, article=None, place=post.link)
        return outcome(result, published=(document.language,), found=tuple(map(about, found)))

    # What a person should look at

    def _of_text(self, post: Post) -> Iterator[Found]:
        said = (
            ("shortcode", _("A shortcode or block was not read: %(what)s"), post.text.unread),
            ("picture", _("A picture is not in the media folder: %(what)s"), post.text.missing),
            (
                "picture",
                _("The cover is not in the media folder: %(what)s"),
                ["" if post.cover else post.cover_address],
            ),
            ("link", _("A link leads into the former site: %(what)s"), post.text.inside),
            ("left_out", _("What was embedded is a link now: %(what)s"), post.text.embedded),
        )
        for kind, text, all_of_it in said:
            for what in dict.fromkeys(filter(None, all_of_it)):
                yield Found(kind=kind, text=text % {"what": what}, what=what)
        if post.is_damaged:
            yield Found(kind="encoding", text=_("Letters of the text were read in a wrong encoding once."))
        short = arabic.slugify(post.slug)
        if post.slug and len(short) < len(post.slug.strip("-")):
            text = _("The end of its address was shortened: %(what)s")
            yield Found(kind="slug", text=text % {"what": post.slug}, what=post.slug)
        day = posts.day_of(post.entry)
        if day is None:
            yield Found(kind="attribution", text=_("It has no date there."))

    # At the end

    def carry_terms(self) -> None:
        """The addresses of categories, tags and people: where they led."""
        for key in self.survey.terms:
            kind, name = self.mapped.terms.get(key, ("", ""))
            if kind and (entry := self.places.get(key) or site_map.find(kind, name)):
                carried.term(self.survey, key, entry)
        known = {
            arabic.fold(name): author
            for author in Author.objects.filter(merged_into=None)
            for name in (author.name_ar, author.name_en)
            if name
        }
        for login in self.survey.people:
            if author := known.get(arabic.fold(self.mapped.people.get(login, ""))):
                carried.person(self.survey, login, author)

    def undecided(self) -> Iterator[Found]:
        for key, why in self.unplaced.items():
            yield Found(kind="map", text=joined([f"“{self.survey.terms[key].name}”:", why]), what=key[1])
        for key, term in sorted(self.survey.terms.items()):
            new = key[0] in ("category", "post_tag") and key not in self.mapped.terms
            if self.survey.uses[key] and (new or key in self.mapped.undecided):
                text = _("The map leads “%(name)s” (%(taxonomy)s) nowhere; it stands in %(n)d entries.")
                told = {"name": term.name, "taxonomy": term.taxonomy, "n": self.survey.uses[key]}
                yield Found(kind="map", text=text % told, what=term.slug)


def dry(importing: Importing, paths: Iterable[Path]) -> Iterator[Outcome]:
    """As `outcomes`, and nothing of it stays."""
    with transaction.atomic():
        yield from importing.outcomes(paths)
        transaction.set_rollback(True)


def _about(found: Found, article: int | None, place: str) -> Found:
    return Found(kind=found.kind, text=found.text, article=article, what=found.what, place=place)
