"""What the evidence of an edition covers, by the format of its manuscript.

A format is written out as literals and never changed: an edition of format 1 is checked by what format 1 names, in
every release. Whatever is younger than an edition's format (a new column of `Edition`, a new field of a manuscript) is
no part of its evidence. To print a new field: give it a default, add a format that names it, raise CURRENT.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Format:
    """`sealed`: the columns that a seal covers. `fields`: the fields that a fingerprint covers, by class."""

    sealed: tuple[str, ...]
    fields: dict[str, tuple[str, ...]]


FORMATS = {
    1: Format(
        sealed=(
            *("article_id", "language", "number", "article_version", "live_from", "first_live_from"),
            *("title", "standfirst", "key_points", "body", "contents", "description", "word_count"),
            *("credits", "byline_date", "topics", "series", "cover", "slug", "pictures"),
            *("correction_note", "correction_kind", "written_by", "approved_by_id", "approved_by_name"),
            *("manuscript", "manuscript_format", "fingerprint"),
        ),
        fields={
            "Manuscript": (
                *("article", "language", "title", "standfirst", "key_points", "body", "slug", "branch"),
                *("attributions", "topics", "series", "cover", "correction_note", "correction_kind"),
            ),
            "Name": ("id", "name", "slug"),
            "Person": ("id", "name", "slug", "honorific", "given_name", "family_name"),
            "Attribution": (*("kind", "source", "authors", "date", "title", "title_language", "url", "accessed_on"),),
            "Cover": ("picture", "width", "height", "alt", "caption", "credit", "licence"),
            "SeriesPlace": ("series", "number"),
        },
    ),
    # The type of a report, its files, and the id that it had in the feeds of another site.
    2: Format(
        sealed=(
            *("article_id", "language", "number", "article_version", "live_from", "first_live_from"),
            *("title", "standfirst", "key_points", "body", "contents", "description", "word_count"),
            *("credits", "byline_date", "topics", "series", "cover", "slug", "pictures"),
            *("correction_note", "correction_kind", "written_by", "approved_by_id", "approved_by_name"),
            *("manuscript", "manuscript_format", "fingerprint", "report_type", "files", "feed_id"),
        ),
        fields={
            "Manuscript": (
                *("article", "language", "title", "standfirst", "key_points", "body", "slug", "branch"),
                *("attributions", "topics", "series", "cover", "correction_note", "correction_kind"),
                *("report_type", "files", "feed_id"),
            ),
            "Name": ("id", "name", "slug"),
            "Person": ("id", "name", "slug", "honorific", "given_name", "family_name"),
            "Attribution": (*("kind", "source", "authors", "date", "title", "title_language", "url", "accessed_on"),),
            "Cover": ("picture", "width", "height", "alt", "caption", "credit", "licence"),
            "SeriesPlace": ("series", "number"),
            "File": ("file", "size", "title"),
        },
    ),
}
CURRENT = 2
