"""What the tests of the site share: addresses, pages as trees, and what happens to a report after publication."""

import re
from typing import Any
from urllib.parse import unquote

from django.conf import settings
from lxml import html

from articles.desk import workflow
from articles.models import Article
from articles.press.models import Edition
from tests import factories as f


def address(edition: Edition) -> str:
    """The report's address, as a person would type it."""
    prefix = "/en" if edition.language == "en" else ""
    return f"{prefix}/articles/{edition.article_id}/{edition.slug}/"


def location(response: Any) -> str:
    """Where a redirect leads, decoded."""
    return unquote(response["Location"])


def tree(response: Any) -> html.HtmlElement:
    return html.fromstring(response.content.decode())


SIMPLE = re.compile(r"([\w-]+)?((?:[.#][\w-]+|\[[^\]]+\])*)")
CONDITION = re.compile(r"([.#])([\w-]+)|\[([\w-]+)(?:=\"?([^\]\"]*)\"?)?\]")


def select(root: html.HtmlElement, selector: str) -> list[html.HtmlElement]:
    """What a CSS selector of tags, classes, ids, attributes, descendants and children finds."""
    return root.xpath(" | ".join(_xpath(alternative) for alternative in selector.split(",")))


def _xpath(selector: str) -> str:
    path, axis = ".", "descendant"
    for step in selector.split():
        if step == ">":
            axis = "child"
            continue
        tag, conditions = SIMPLE.fullmatch(step).groups()
        path += f"/{axis}::{tag or '*'}"
        for sign, name, attribute, value in CONDITION.findall(conditions):
            if sign == ".":
                path += f"[contains(concat(' ', normalize-space(@class), ' '), ' {name} ')]"
            else:
                path += f"[@id='{name}']" if sign else f"[@{attribute}='{value}']" if value else f"[@{attribute}]"
        axis = "descendant"
    return path


def text(element: html.HtmlElement) -> str:
    return " ".join(element.text_content().split())


def texts(response: Any, selector: str) -> list[str]:
    return [text(element) for element in select(tree(response), selector)]


def headlines(response: Any) -> list[str]:
    """The titles that a list shows, in order."""
    return texts(response, ".headline")


def links(response: Any, relation: str) -> dict[str, str]:
    """hreflang (or '') → address of the <link>s with this rel."""
    found = select(tree(response), f'link[rel="{relation}"]')
    return {link.get("hreflang", ""): unquote(link.get("href")) for link in found}


def correct(edition: Edition, kind: str = "substantive", **changes: Any) -> Edition:
    """A new edition of a published report."""
    article = Article.objects.get(pk=edition.article_id)
    writer = f.make_user(role="writer", branch=article.branch)
    workflow.reopen(article.pk, edition.language, by=writer)
    note = {
        f"correction_note_{edition.language}": "صُحّح رقم في الفقرة الأولى." if edition.language == "ar" else "A figure.",
        f"correction_kind_{edition.language}": kind,
    }
    f.write(article, writer, **note | changes)
    return f.publish(Article.objects.get(pk=article.pk), edition.language)


def withdraw(edition: Edition, reason: str = "سبب معلن للقراء") -> None:
    article = Article.objects.get(pk=edition.article_id)
    editor = f.make_user(role="editor", branch=article.branch)
    workflow.withdraw(article.pk, edition.language, by=editor, reason=reason)


def absolute(path: str) -> str:
    return settings.SITE_URL + path
