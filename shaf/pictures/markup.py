"""The markup of a stored picture: every size that there is of it, smallest file first, and room kept for it."""

from django.conf import settings
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from shaf.pictures.encoding import WIDTHS, size_name

# As wide as the text, which is as wide as a telephone.
IN_TEXT = "(min-width: 48rem) 45rem, 100vw"


def picture_markup(
    name: str, width: int, height: int, *, alt: str, sizes: str = IN_TEXT, lazy: bool = True
) -> SafeString:
    """`<picture>` of the stored picture of this name; `width` and `height` are the original's, in pixels.

    `lazy` is for what stands below the fold. A size that is not made yet is answered with the original.
    """
    url = f"{settings.MEDIA_URL}{name}"
    smaller = [wide for wide in WIDTHS if wide <= width]
    sources = format_html_join(
        "",
        '<source type="image/{}" srcset="{}" sizes="{}">',
        (
            (
                kind,
                ", ".join(f"{settings.MEDIA_URL}{size_name(name, wide, kind)} {wide}w" for wide in smaller),
                sizes,
            )
            for kind in ("avif", "webp")
            if smaller
        ),
    )
    image = format_html(
        '<img src="{}" width="{}" height="{}" alt="{}"{}>',
        url,
        width,
        height,
        alt,
        SafeString(' loading="lazy" decoding="async"' if lazy else ' fetchpriority="high"'),
    )
    return format_html("<picture>{}{}</picture>", sources, image) if smaller else image
