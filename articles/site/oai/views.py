"""A harvester's request, answered with as many queries in a large archive as in a small one."""

from email.utils import parseaddr

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods
from lxml import etree

from articles.site.addresses import LANGUAGES, absolute
from articles.site.feeds import channel
from articles.site.frame import core_of
from articles.site.oai import asked, document, records, sets
from articles.site.oai.asked import TOKEN, Refused
from articles.site.oai.identifiers import article_of, identifier
from articles.site.oai.resumption import Harvest, harvest_of, token_of
from articles.site.public_state import PublicState, public_state
from articles.site.responses import ASK_AGAIN
from articles.site.robots.addresses import path_at_root
from authors.models import Source

# A report's number, to show an identifier by.
EXAMPLE = 123
FORM = "application/x-www-form-urlencoded"


@csrf_exempt
@require_http_methods(["GET", "HEAD", "POST"])
def oai(request: HttpRequest) -> HttpResponse:
    """Nothing is changed by it, so a POST, which the protocol (3.1.1) has for long arguments, needs no CSRF token."""
    state, base = public_state(LANGUAGES[0]), absolute(path_at_root("oai"))
    arguments: dict[str, str] = {}
    try:
        arguments = asked.arguments(_pairs(request))
        part = ANSWERS[arguments["verb"]](arguments, state)
    except Refused as refused:
        part = document.error(refused.code, str(refused))
        if refused.code in ("badVerb", "badArgument"):
            arguments = {}
    response = HttpResponse(document.answer(base, state.now, arguments, [part]), content_type=document.CONTENT_TYPE)
    response["Cache-Control"] = ASK_AGAIN
    return response


def _pairs(request: HttpRequest) -> list[tuple[str, str]]:
    """Raises Refused for a body of another kind than the protocol's, which may be long."""
    if request.method == "POST" and request.content_type != FORM:
        raise Refused("badArgument", f"Send {FORM}.")
    given = request.POST if request.method == "POST" else request.GET
    return [(name, value) for name, values in given.lists() for value in values]


def _identify(_arguments: dict[str, str], state: PublicState) -> etree._Element:
    return document.identify(
        name=core_of(state).name,
        base=absolute(path_at_root("oai")),
        mail=parseaddr(settings.DEFAULT_FROM_EMAIL)[1],
        earliest=records.earliest(state.now),
        sample=identifier(_authority(), EXAMPLE, state.language),
    )


def _formats(arguments: dict[str, str], state: PublicState) -> etree._Element:
    if "identifier" in arguments:
        _record(arguments["identifier"], state)
    return document.formats()


def _sets(arguments: dict[str, str], state: PublicState) -> etree._Element:
    if TOKEN in arguments:
        raise Refused("badResumptionToken", "The sets are one list. Begin again.")
    return document.list_of_sets(sets.everything(state.now))


def _list(arguments: dict[str, str], state: PublicState) -> etree._Element:
    resumed = arguments.get(TOKEN)
    asks = Harvest(asked.set_of(arguments), *asked.span(arguments)) if resumed is None else harvest_of(resumed)
    found, more = records.page(asks.spec, asks.begin, asks.end, asks.after, state.now)
    if not found and resumed is None:
        raise Refused("noRecordsMatch", "Nothing was published or withdrawn there.")
    token = token_of(asks, more) if more else "" if resumed is not None else None
    return document.records(arguments["verb"], found, _authority(), token)


def _get(arguments: dict[str, str], state: PublicState) -> etree._Element:
    found = [_record(arguments["identifier"], state)]
    return document.records("GetRecord", found, _authority(), None)


def _record(named: str, state: PublicState) -> records.Record:
    """Raises Refused."""
    article, language = article_of(named, _authority())
    found = records.one(article, language, state.now) if article else None
    if found is None:
        raise Refused("idDoesNotExist", "No report has this identifier.")
    return found


def _authority() -> str:
    """The host that the feed ids name too: set once, at installation."""
    return channel.authority(Source.publisher()).partition(",")[0]


ANSWERS = {
    "Identify": _identify,
    "ListMetadataFormats": _formats,
    "ListSets": _sets,
    "ListIdentifiers": _list,
    "ListRecords": _list,
    "GetRecord": _get,
}
