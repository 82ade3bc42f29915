"""How long ago, or in how long, in words."""

from datetime import datetime, timedelta

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

MINUTE, HOUR, DAY = timedelta(minutes=1), timedelta(hours=1), timedelta(days=1)
MONTH, YEAR = timedelta(days=30), timedelta(days=365)


def ago(then: datetime, now: datetime) -> str:
    """“3 days ago”, in the largest unit that fits."""
    n, unit = _largest(now - then)
    if unit == MINUTE and n < 1:
        return _("just now")
    words = {
        MINUTE: ngettext("%(n)d minute ago", "%(n)d minutes ago", n),
        HOUR: ngettext("%(n)d hour ago", "%(n)d hours ago", n),
        DAY: ngettext("%(n)d day ago", "%(n)d days ago", n),
        MONTH: ngettext("%(n)d month ago", "%(n)d months ago", n),
        YEAR: ngettext("%(n)d year ago", "%(n)d years ago", n),
    }
    return words[unit] % {"n": n}


def ahead(then: datetime, now: datetime) -> str:
    """“in 3 days”, rounded, in the largest unit that fits."""
    _n, unit = _largest(then - now)
    n = round((then - now) / unit)
    if unit == MINUTE and n < 1:
        return _("at any moment")
    words = {
        MINUTE: ngettext("in %(n)d minute", "in %(n)d minutes", n),
        HOUR: ngettext("in %(n)d hour", "in %(n)d hours", n),
        DAY: ngettext("in %(n)d day", "in %(n)d days", n),
        MONTH: ngettext("in %(n)d month", "in %(n)d months", n),
        YEAR: ngettext("in %(n)d year", "in %(n)d years", n),
    }
    return words[unit] % {"n": n}


def _largest(span: timedelta) -> tuple[int, timedelta]:
    for unit, whole in ((YEAR, YEAR), (MONTH, 2 * MONTH), (DAY, DAY), (HOUR, HOUR)):
        if span >= whole:
            return span // unit, unit
    return max(span // MINUTE, 0), MINUTE
