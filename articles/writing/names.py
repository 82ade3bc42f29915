"""A name added to the register while a report is written, for those who may, and never a second time unasked."""

import re
import unicodedata

from django.contrib import admin
from django.http import HttpRequest, JsonResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from articles.importers.plain_text import ARABIC_LETTER
from articles.importers.register import HONORIFIC
from authors import search
from authors.models import Author, Entry, Source
from shaf import arabic
from shaf.at_once import once_more

MODELS: dict[str, type[Entry]] = {"author": Author, "source": Source}
LONGEST = 200
# Marks of direction that a paste brings along; the joiners of Persian names stay.
DIRECTION_MARKS = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]")


@require_POST
def add_name(request: HttpRequest, kind: str) -> JsonResponse:
    """Adds `name_ar` or `name_en` or both and answers {"id", "text"} with 201.

    Where the register has a name like it, answers 409 with {"question", "alike": [{"id", "text"}]}, unless `sure` says
    that it is another one. Anything else wrong is {"error"} with 400 or 403.
    """
    model = MODELS[kind]
    if not request.user.has_perm(f"authors.add_{kind}"):
        return _error(_("You may not add names. Ask a manager of your branch for a role."), 403)
    names = {language: _clean(request.POST.get(f"name_{language}", "")) for language in ("ar", "en")}
    if names["ar"] and not ARABIC_LETTER.search(names["ar"]):
        return _error(_("“%(name)s” has no Arabic letter. Write the name in Arabic.") % {"name": names["ar"]}, 400)
    if not any(arabic.fold(name) for name in names.values()):
        return _error(_("Write a name."), 400)
    if any(len(name) > LONGEST for name in names.values()):
        return _error(_("A name has at most %(limit)d characters.") % {"limit": LONGEST}, 400)
    honorifics = {}
    if model is Author:
        for language, name in names.items():
            if found := HONORIFIC.fullmatch(name):
                names[language], honorifics[f"honorific_{language}"] = found["name"], found["honorific"][:50]
    return once_more(lambda: _added(request, model, names, honorifics))


def _added(request: HttpRequest, model: type[Entry], names: dict[str, str], honorifics: dict[str, str]) -> JsonResponse:
    entry = model(**{f"name_{language}": name or None for language, name in names.items()}, **honorifics)
    # Before the register is searched: whoever adds the name at this moment then takes the same slug.
    entry.fill_slugs()
    alike = [] if request.POST.get("sure") else search.alike(model, *names.values())
    if alike:
        known = [{"id": str(entry.pk), "text": str(entry)} for entry in alike]
        question = _("The register has a name like “%(name)s”. Is it the same?") % {"name": names["ar"] or names["en"]}
        return JsonResponse({"question": question, "alike": known}, status=409)
    entry.save()
    admin.site.get_model_admin(model).log_addition(request, entry, [{"added": {}}])
    return JsonResponse({"id": str(entry.pk), "text": str(entry)}, status=201)


def _clean(text: str) -> str:
    text = DIRECTION_MARKS.sub("", unicodedata.normalize("NFC", text))
    return " ".join("".join(c if unicodedata.category(c) != "Cc" else " " for c in text).split())


def _error(message: str, status: int) -> JsonResponse:
    return JsonResponse({"error": message}, status=status)
