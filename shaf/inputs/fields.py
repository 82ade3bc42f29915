"""Form fields for a picture, which is re-encoded in a process of its own first, and for a number in any digits."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext_lazy as _

from shaf.inputs.date_field import said
from shaf.pictures.encoding import PictureRefused, reencode, store
from shaf.product.limits import PICTURE_BYTES
from shaf.text import arabic


class PictureField(forms.FileField):
    """Cleans an upload to a ContentFile named by its content; leaves a file that is there already alone."""

    def to_python(self, data: Any) -> Any:
        if not isinstance(data, UploadedFile):
            return super().to_python(data)
        try:
            if data.size and data.size > PICTURE_BYTES:
                raise PictureRefused("size")
            picture = reencode(data.read())
            # Here, where a storage that does not answer is still a message of the form.
            store(picture)
        except PictureRefused as refused:
            raise ValidationError(refused.message, code=refused.code) from refused
        return ContentFile(picture.data, name=picture.name)

    def widget_attrs(self, widget: forms.Widget) -> dict[str, Any]:
        return {"accept": "image/png,image/jpeg,image/webp,image/gif"}


class WholeNumberField(forms.IntegerField):
    """Takes 12 and ١٢. A browser's own number field lets nobody type the second, so it is a text field."""

    widget = forms.TextInput

    def to_python(self, value: Any) -> int | None:
        if not isinstance(value, str):
            return super().to_python(value)
        try:
            return super().to_python(arabic.ascii_digits(arabic.INVISIBLE.sub("", value)).strip())
        except ValidationError:
            message = _("“%(value)s” is not a whole number. Write it in digits: 12.") % {"value": said(value)}
            raise ValidationError(message, code="invalid") from None

    def widget_attrs(self, widget: forms.Widget) -> dict[str, Any]:
        return {} if widget.is_hidden else {"inputmode": "numeric", "dir": "ltr", "class": "vIntegerField"}
