"""The form of the page, one for all who chose the same filters: rendered once a public state, save what was typed."""

from dataclasses import replace
from functools import lru_cache
from html import escape

from django.template.loader import render_to_string
from django.utils.safestring import SafeString, mark_safe

from articles.site.addresses import path_of
from articles.site.public_state import PublicState
from articles.site.search.filters import choices
from articles.site.search.query import Asked


def form(ask: Asked, state: PublicState) -> SafeString:
    """With what was typed in its field, which is the first; before anything is asked, the reader is in it at once."""
    chosen = replace(ask, typed="", before="", cut=False)
    field = f' value="{escape(ask.typed)}"' if ask.anything else ' value="" autofocus'
    shown = _form(state, chosen).replace(' value=""', field, 1)
    return mark_safe(shown)  # noqa: S308 -- a rendered template, with an escaped text put into it


@lru_cache(maxsize=64)
def _form(state: PublicState, chosen: Asked) -> SafeString:
    context = {"asked": chosen, "choices": choices(state), "path": path_of(state.language, "search")}
    return render_to_string("site/_search_page_form.html", context)
