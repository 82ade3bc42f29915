"""The site, and a page outside the desk with one editor in it, which shows what is stored as it is."""

from django.http import HttpRequest, HttpResponse
from django.middleware.csrf import get_token
from django.urls import path
from django.utils.html import format_html
from django_ckeditor_5.widgets import CKEditor5Widget

from articles.desk.form.body_widget import BodyWidget
from shaf.urls import handler404, handler500
from shaf.urls import urlpatterns as site

__all__ = ["handler404", "handler500"]

ATTACKS = {
    "constructor": '<p style="constructor.prototype.polluted:yes">هجوم</p>',
    "dashes": '<p style="constructor-prototype-polluted:yes">هجوم</p>',
    "entities": '<p style="&#99;onstructor.prototype.polluted&colon;yes">هجوم</p>',
    "a cell": '<table><tr><td style="color:red;constructor.prototype.polluted:yes">هجوم</td></tr></table>',
    "a picture": '<p><span style="constructor.prototype.polluted:yes">هجوم</span></p>',
    "escape": '<p style="const\\72 uctor.prototype.polluted:yes">هجوم</p>',
    "nested parsing": "<noscript><p title=\"</noscript><p style='constructor.prototype.polluted:yes'>x</p>\">",
    "foreign": "<svg></p><style><a id=\"</style><p style='constructor.prototype.polluted:yes'>هجوم</p>\">",
    "proto": '<p style="__proto__.polluted:yes">هجوم</p>',
}


class Trusting(BodyWidget):
    """The widget without its allow-list."""

    def render(self, name, value, attrs=None, renderer=None):
        return CKEditor5Widget.render(self, name, value, attrs, renderer)


def bare_form(request: HttpRequest) -> HttpResponse:
    widget = Trusting("ar")
    page = """<!doctype html><html lang="ar" dir="rtl"><head><title>x</title>{}</head><body>
        <form><input type="hidden" name="csrfmiddlewaretoken" value="{}"><div class="field-body_ar">{}</div></form>"""
    stored = "<p>نص</p>" + ATTACKS[request.GET["attack"]]
    editor = widget.render("body_ar", stored, {"id": "id_body_ar"})
    return HttpResponse(format_html(page, widget.media, get_token(request), editor))


urlpatterns = [path("bare/", bare_form), *site]
