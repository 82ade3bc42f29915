"""A place in a text, by the words that stand there."""

from django.utils.translation import pgettext

from articles.press.copy.findings import Finding

# Characters of it.
QUOTED = 40


def quoted(finding: Finding) -> str:
    """The words of it with those beside, in one line."""
    before = finding.before.split()[-1:]
    after = finding.after.split()[:1]
    text = " ".join(" ".join([*before, finding.excerpt.strip(), *after]).replace("\ufffc", " ").split())
    words = text if len(text) <= QUOTED else text[:QUOTED].rpartition(" ")[0] + "…"
    return pgettext("place in a text", "at “%(words)s”") % {"words": f"\u2068{words}\u2069"}
