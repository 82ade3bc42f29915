"""The widget with which a cover is chosen from thumbnails, uploaded on the spot and described.

To use it, give a form's field of pictures the widget `PicturePicker()` and leave the field out of
`autocomplete_fields`; in a ModelAdmin, in formfield_for_foreignkey:

    if db_field.name == "cover":
        kwargs["widget"] = PicturePicker()

Its media (picker.js, pictures.css) come with it. The value is a hidden input of the field's own name that holds the
picture's id; every choice sends it a bubbling `change` event, so that autosave sees it. The branch whose pictures are
shown, and which an upload belongs to, is that of #id_branch on the page, else that of the article of the page.
The endpoints are those of views.py: `choose`, `upload`, `texts`.
"""

from typing import Any

from django import forms
from django.forms.models import ModelChoiceIterator
from django.urls import reverse

from articles.desk.pictures.sizes import thumbnail
from shaf.inputs.ids import is_id
from shaf.product.limits import PICTURE_MB


class PicturePicker(forms.Widget):
    """Renders the chosen picture where it is among the field's own, and what is another's as if it did not exist.

    Its field is a ModelChoiceField, which hands it `choices`.
    """

    template_name = "admin/articles/picture/picker.html"

    choices: ModelChoiceIterator

    class Media:
        css = {"all": ("shaf/desk/pictures.css",)}
        js = ("shaf/desk/upload.js", "shaf/desk/picker.js")

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        context = super().get_context(name, value, attrs)
        own = self.choices.queryset
        picture = own.filter(pk=value).prefetch_related("sizes").first() if is_id(value) else None
        context |= {
            "picture": picture,
            "mb": PICTURE_MB,
            "thumb": thumbnail(picture) if picture else "",
            "choose_url": reverse("admin:articles_picture_choose"),
            "upload_url": reverse("admin:articles_picture_upload"),
            # 0 stands where the script puts the picture's id.
            "texts_url": reverse("admin:articles_picture_texts", args=[0]),
        }
        return context
