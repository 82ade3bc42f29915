"""`{% csrf_token %}`, which every form has to have, brings the token of the form along: none can be forgotten."""

from django import template
from django.template.base import Parser, Token
from django.template.context import Context
from django.template.defaulttags import CsrfTokenNode
from django.utils.html import format_html
from django.utils.safestring import SafeString

from shaf.once.tokens import FIELD, new_token

register = template.Library()


class FormTokens(CsrfTokenNode):
    """The stock field, and one for the form itself, which is another for each form of a page."""

    def render(self, context: Context) -> SafeString:
        stock = super().render(context)
        return stock and format_html('{}<input type="hidden" name="{}" value="{}">', stock, FIELD, new_token())


@register.tag
def csrf_token(parser: Parser, token: Token) -> FormTokens:
    return FormTokens()
