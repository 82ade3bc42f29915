"""A form field for a picture: what arrives is re-encoded in a process of its own before anything else reads it."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.core.files.uploadedfile import UploadedFile

from shaf.pictures import MAX_BYTES, PictureRefused, reencode


class PictureField(forms.FileField):
    """Cleans an upload to a ContentFile named by its content; leaves a file that is there already alone."""

    def to_python(self, data: Any) -> Any:
        if not isinstance(data, UploadedFile):
            return super().to_python(data)
        try:
            if data.size and data.size > MAX_BYTES:
                raise PictureRefused("size")
            picture = reencode(data.read())
        except PictureRefused as refused:
            raise ValidationError(refused.message, code=refused.code) from refused
        return ContentFile(picture.data, name=picture.name)

    def widget_attrs(self, widget: forms.Widget) -> dict[str, Any]:
        return {"accept": "image/png,image/jpeg,image/webp,image/gif"}
