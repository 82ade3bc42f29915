"""The boxes of a report's form that texts are typed into: what each kind of field looks like."""

from typing import Any

from django import forms

from articles.desk.article.fields import Field, FieldKind
from articles.desk.form.body_widget import body_widget

DIRECTIONS = {"ar": "rtl", "en": "ltr"}


def box(field: Field, language: str) -> forms.Widget:
    """Return the box of one language's text, in the direction of that language whatever the interface's."""
    attributes: dict[str, Any] = {"lang": language, "dir": DIRECTIONS[language], "class": "vLargeTextField"}
    match field.kind:
        case FieldKind.HTML:
            return body_widget(language)
        case FieldKind.SLUG:
            return forms.TextInput(attributes | {"class": "vTextField slug"})
        case FieldKind.URL | FieldKind.FEED_ID:
            return address_box()
        case _:
            return forms.Textarea(attributes | dict(field.box))


def address_box() -> forms.Widget:
    """Return the box of a web address, which is of no language."""
    return forms.TextInput({"dir": "ltr", "class": "vURLField", "inputmode": "url", "placeholder": "https://"})
