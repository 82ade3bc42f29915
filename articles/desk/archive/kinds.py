"""The kinds of what an import finds: one table."""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


@dataclass(frozen=True, slots=True)
class Kind:
    """`label`: its heading; `remedy`: what to do about it. Of some the page has a button that repairs all that is safe
    (repairs.py)."""

    name: str
    label: str | Promise
    remedy: str | Promise


TABLE = (
    Kind("refused", _("Not imported"), _("Mend the file or the map as it says, and run the import again.")),
    Kind("attribution", _("Attribution missing or incomplete"), _("Fill in source, author and date in the form.")),
    Kind("link", _("Links into the former site"), _("Where the old address is known by now, the link is led there.")),
    Kind("picture", _("Pictures that are missing"), _("Bring the file, and insert it at its place.")),
    Kind("shortcode", _("Shortcodes that were not read"), _("Write what it stood for, or take it out of the text.")),
    Kind("left_out", _("Left out of the text"), _("Look whether anything is missing at that place.")),
    Kind("encoding", _("Damaged letters"), _("Compare the text with the original, and write anew what is broken.")),
    Kind("title", _("Titles to be looked at"), _("Write the title as it should be.")),
    Kind("copy", _("Copy that repairs itself"), _("Spaces, punctuation and quotation marks; no letter is changed.")),
    Kind("map", _("Categories, tags and people without a place"), _("Add them to the map, and run the import again.")),
    Kind(
        "slug",
        _("Addresses that were changed"),
        _("The old address leads there; see whether the new one reads well."),
    ),
    Kind("register", _("New in the register"), _("See whether the entry is there already under another spelling.")),
    Kind("unfinished", _("To be added at the desk"), _("Key points, topics and whatever else a file has not.")),
    Kind("note", _("Other notes"), _("Look at it in the report.")),
)
KINDS = {kind.name: kind for kind in TABLE}
# Of the sentences of an importer: which kind each is of. All others are notes.
OF_SENTENCES = {
    "The title is repaired: “%(typed)s” → “%(title)s”": "title",
    "The title is kept as typed; proposed: %(title)s": "title",
    "Left out of the text: %(what)s": "left_out",
    "Line %(line)d: “%(label)s” is empty.": "attribution",
    "“%(label)s” is empty.": "attribution",
    "Line %(line)d: the address belongs to no attribution and was left out: %(url)s": "attribution",
    "The address belongs to no attribution and was left out: %(url)s": "attribution",
    "The reference to “%(work)s” needs a URL.": "attribution",
    "The reference to “%(work)s” needs a date.": "attribution",
    "The report is dated in the future: %(date)s.": "attribution",
    "The text does not end with an attribution.": "attribution",
    "No attribution is the centre's own: the text names %(sources)s.": "attribution",
    "No attribution is the centre's own: the text names no source.": "attribution",
    "The centre's own attribution has no date.": "attribution",
    "An underscore stands within the title “%(title)s”.": "title",
    "The title “%(title)s” breaks off.": "title",
    "A quotation mark or bracket of the title “%(title)s” has no partner.": "title",
    "A picture %(about)swas left out, %(place)s: %(why)s": "picture",
    "The register's name “%(known)s” stands; the document has “%(name)s”.": "register",
    "New in the register: %(kind)s “%(name)s”.": "register",
    "The register has a name like “%(name)s”: “%(known)s”. Merge the two at the desk if they are one.": "register",
    "To be added at the desk: key points, topics.": "unfinished",
    "To be added at the desk: standfirst, key points, topics.": "unfinished",
}
