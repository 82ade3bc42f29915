"""What is asked for again before it is done, where the second factor was given some time ago: in one table."""

from django.http import HttpRequest

from articles.desk.article.verb import Words
from articles.desk.article.verbs import VERBS

ADMINS = ("auth_user", "authors_membership", "authors_oncall")
# Forms, by the address's name.
FORMS = frozenset({"people_invite", "person", "person_confirm", "person_end", "security", "audit_log_export"}) | {
    f"{model}_{page}" for model in ADMINS for page in ("add", "change", "delete", "changelist")
}
# Pages that are asked for before they are shown: forms in which a password is typed, which no page keeps.
PAGES = frozenset({"auth_user_add", "auth_user_password_change"})
# Where the verb of the form says it (articles/desk/article/verbs.py, `asks_again`).
BY_VERB = frozenset({"articles_article_verb", "articles_article_review", "articles_article_changelist"})


def is_grave(request: HttpRequest) -> bool:
    """Whether this is to be asked for again. The address must have been resolved."""
    name = _name(request)
    if name in PAGES:
        return True
    if request.method != "POST":
        return False
    if name in FORMS:
        return True
    return name in BY_VERB and (verb := VERBS.get(_verb(request))) is not None and verb.asks_again


def in_words(request: HttpRequest) -> Words:
    """What is to be done, as its button says it; '' where there is no verb for it."""
    verb = VERBS.get(_verb(request)) if _name(request) in BY_VERB else None
    return (verb.button or verb.label) if verb else ""


def is_page(request: HttpRequest) -> bool:
    """Whether this was sent to confirm a page, and is no form of its own."""
    return _name(request) in PAGES and not set(request.POST) - {"csrfmiddlewaretoken"}


def _name(request: HttpRequest) -> str:
    match = request.resolver_match
    return (match.url_name or "") if match else ""


def _verb(request: HttpRequest) -> str:
    kwargs = request.resolver_match.kwargs if request.resolver_match else {}
    if "verb" in kwargs:
        return str(kwargs["verb"])
    if "verb" in request.POST:
        return request.POST["verb"]
    if "confirmed" in request.POST:
        return request.POST.get("action", "").rpartition("_")[0]
    return ""
