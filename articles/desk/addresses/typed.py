"""What a person types into the form of an old address: the address, and where it leads."""

from urllib.parse import unquote, urlsplit

from django.conf import settings
from django.core.exceptions import ValidationError
from django.urls import Resolver404, ResolverMatch, get_script_prefix, resolve
from django.utils import translation
from django.utils.translation import gettext as _

from articles.desk.addresses.places import ENTRIES
from articles.models import Picture, ReportFile
from articles.press.models import Edition, OldAddress
from articles.press.old_addresses import Leads, Place
from shaf.db.clock import database_now
from shaf.text import arabic, old_address

REPORTS = ("report", "short", "")


def key_of(typed: str) -> str:
    """The key of an old address. Raises ValidationError for what is none, or the site's own."""
    found = old_address.key(typed) if has_path(typed) else ""
    if not found:
        raise ValidationError(
            _("This is no address of a page: paste it whole, as https://example.org/2019/05/title/ or /?p=123."),
            code="no_address",
        )
    if found == "/" or ("?" not in found and _match(found) is not None):
        raise ValidationError(
            _("This address is one of this site's own pages, and those come first. It needs no entry here."),
            code="own",
        )
    return found


def leads_to(typed: str, old: str) -> Leads:
    """The place at an address of this site. Raises ValidationError for another site's, for none, and for what leads on
    itself."""
    parts = urlsplit(typed.strip())
    if parts.netloc and parts.netloc.lower() != urlsplit(settings.SITE_URL).netloc.lower():
        message = _("That address is of another site: %(host)s. An old address leads to a page of this one.")
        raise ValidationError(message, params={"host": parts.netloc}, code="elsewhere")
    found = old_address.key(typed)
    if found and found == old:
        raise ValidationError(_("The address would lead to itself."), code="loop")
    path = unquote(parts.path).removeprefix(get_script_prefix().rstrip("/"))
    match = _match(path) if path and not old_address.is_asked_at_home(parts.path, parts.query) else None
    place = _place(match, "en" if path.startswith("/en/") or path == "/en" else "ar") if match else None
    if place is not None:
        return place
    if OldAddress.objects.filter(address=found).exists():
        raise ValidationError(
            _("That is an old address itself, and would lead on from there. Give the address of the page here."),
            code="loop",
        )
    raise ValidationError(
        _("There is no report, page or entry at that address. Open it on this site and copy its address."),
        code="nothing",
    )


def has_path(typed: str) -> bool:
    """A word alone is no address."""
    typed = typed.strip()
    return typed.startswith("/") or "://" in typed


def _match(path: str) -> ResolverMatch | None:
    """What answers at this path, with or without a slash at its end."""
    language = "en" if path.startswith("/en/") or path == "/en" else "ar"
    with translation.override(language):
        for tried in (path, f"{path}/"):
            try:
                return resolve(tried)
            except Resolver404:
                continue
    return None


def _place(match: ResolverMatch, language: str) -> Leads | None:
    name = match.url_name or ""
    if name == "media":
        file = match.kwargs["name"]
        if Picture.objects.filter(file=file).exists():
            return Leads(Place.PICTURE, file=file)
        return Leads(Place.FILE, file=file) if ReportFile.objects.filter(file=file).exists() else None
    if "site" not in match.app_names:
        return None
    if name == "home":
        return Leads(Place.HOME, language=language)
    if name in REPORTS and "article" in match.kwargs:
        number = match.kwargs["article"]
        was_public = Edition.public_by(database_now()).filter(article=number).exists()
        return Leads(Place.REPORT, number, language=language) if was_public else None
    if model := ENTRIES.get(name):
        slug = arabic.composed(match.kwargs["slug"])
        entry = model.objects.filter(**{f"slug_{language}": slug}).first()
        return Leads(Place(name), entry.pk, language=language) if entry else None
    return None
