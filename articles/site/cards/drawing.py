"""The picture itself. The same card gives the same bytes."""

import itertools
from dataclasses import dataclass
from io import BytesIO

from PIL import Image, ImageDraw, ImageOps

from articles.site.cards.fonts import font, printable
from articles.site.cards.lines import balanced, fitted
from shaf.pictures.colours import readable

WIDTH, HEIGHT = 1200, 630
MARGIN, BAR, GAP = 72, 20, 56
PICTURE = 420
PAPER, INK, QUIET, RULE = "#fbfaf7", "#16191d", "#4b5158", "#d9d5cc"
DEFAULT_ACCENT = "#1f4e5f"
SIZES = (92, 78, 70, 62, 55, 49, 44)
LINES = 4
# Between base lines, in em. Arabic goes deeper and higher than Latin, and its marks farther still: see `_step`.
LEADING = {"ar": 1.42, "en": 1.25}
AIR = 0.12
# A picture that is smaller, or far from the panel's shape, would be blown up or cut to a strip.
SMALLEST = (420, 420)
FLATTEST = 2.6


@dataclass(frozen=True, slots=True)
class Card:
    """What is printed on it. `accent` as #rrggbb or ''; `picture`: the cover's stored name or ''."""

    language: str
    publisher: str
    title: str
    branch: str
    byline: str
    date: str
    accent: str = ""
    picture: str = ""


def drawn(card: Card, cover: bytes | None = None) -> Image.Image:
    """1200 × 630. Everything begins where reading begins; a picture stands at the other side."""
    canvas = Image.new("RGB", (WIDTH, HEIGHT), PAPER)
    picture = _panel(cover)
    page = _Page(canvas, rtl=card.language == "ar", language=card.language, end=PICTURE if picture else 0)
    accent = card.accent or DEFAULT_ACCENT
    if picture:
        page.paste(picture)
    page.bar(accent)
    page.line(card.publisher, "SemiBold", 31, y=MARGIN + 34, fill=readable(accent, PAPER))
    page.rule(y=HEIGHT - MARGIN - 100)
    page.line(card.byline or card.branch, "SemiBold", 30, y=HEIGHT - MARGIN - 48, fill=INK)
    below = [card.branch, card.date] if card.byline else [card.date]
    page.line("  ·  ".join(filter(None, below)), "Regular", 28, y=HEIGHT - MARGIN + 2, fill=QUIET)
    page.title(card.title, top=MARGIN + 76, bottom=HEIGHT - MARGIN - 130)
    return canvas


def encoded(card: Card, extension: str, cover: bytes | None = None) -> bytes:
    """PNG for type on paper, which is crisp and small in it; JPEG where there may be a photograph."""
    image, file = drawn(card, cover), BytesIO()
    if extension == "png":
        few = image.quantize(128, method=Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE)
        few.save(file, "PNG", optimize=True)
    else:
        image.save(file, "JPEG", quality=86, subsampling=0, optimize=True, progressive=True)
    return file.getvalue()


class _Page:
    """A canvas on which x is counted from the side where reading begins."""

    def __init__(self, canvas: Image.Image, *, rtl: bool, language: str, end: int) -> None:
        self.canvas, self.draw = canvas, ImageDraw.Draw(canvas)
        self.rtl, self.language, self.end = rtl, language, end
        self.start = BAR + GAP
        self.width = WIDTH - self.start - (end + GAP if end else MARGIN)

    def _box(self, start: float, top: float, end: float, bottom: float) -> tuple[float, float, float, float]:
        return (WIDTH - end, top, WIDTH - start, bottom) if self.rtl else (start, top, end, bottom)

    def bar(self, fill: str) -> None:
        left, top, right, bottom = self._box(0, 0, BAR, HEIGHT)
        self.draw.rectangle((left, top, right - 1, bottom), fill=fill)

    def rule(self, y: float) -> None:
        self.draw.rectangle(self._box(self.start, y, self.start + self.width, y + 1), fill=RULE)

    def paste(self, picture: Image.Image) -> None:
        self.canvas.paste(picture, (0 if self.rtl else WIDTH - PICTURE, 0))

    def _measure(self, weight: str, size: int):
        face = font(weight, size)
        return lambda text: face.getlength(text, direction=self.direction, language=self.language)

    @property
    def direction(self) -> str:
        return "rtl" if self.rtl else "ltr"

    def _print(self, text: str, weight: str, size: int, y: float, fill: str) -> None:
        self.draw.text(
            (WIDTH - self.start if self.rtl else self.start, y),
            text,
            fill=fill,
            font=font(weight, size),
            anchor="rs" if self.rtl else "ls",
            direction=self.direction,
            language=self.language,
        )

    def line(self, text: str, weight: str, size: int, *, y: float, fill: str) -> None:
        """One line on the base line y."""
        measure = self._measure(weight, size)
        self._print(fitted(printable(text, weight), measure, widest=self.width), weight, size, y, fill)

    def title(self, text: str, *, top: float, bottom: float) -> None:
        """As large as it can be in this space, in the middle of it."""
        text = printable(text, "Bold")
        for size in SIZES:
            measure = self._measure("Bold", size)
            most = int((bottom - top) / (size * LEADING[self.language]))
            found = balanced(text, measure, widest=self.width, most=min(most, LINES))
            inks = [self._ink(line, size) for line in found.lines]
            step = self._step(inks, size)
            height = step * (len(inks) - 1) + sum(inks[0][:1] + inks[-1][1:]) if inks else 0
            if found.whole and height <= bottom - top:
                break
        # By their ink, so that a line without marks stands as much in the middle as one with them.
        first = (top + bottom - height) / 2 + (inks[0][0] if inks else 0)
        for n, line in enumerate(found.lines):
            self._print(line, "Bold", size, first + n * step, INK)

    def _ink(self, line: str, size: int) -> tuple[float, float]:
        """How far a line reaches above its base line and below it, marks and all."""
        box = font("Bold", size).getbbox(line, anchor="ls", direction=self.direction, language=self.language)
        return -box[1], box[3]

    def _step(self, inks: list[tuple[float, float]], size: int) -> float:
        """From base line to base line: no mark of one line touches one of the next."""
        needed = [below + above for (_, below), (above, _) in itertools.pairwise(inks)]
        return max([size * LEADING[self.language], *(need + AIR * size for need in needed)])


def _panel(data: bytes | None) -> Image.Image | None:
    """The picture cut to its panel; None where there is none or it would not look well."""
    if data is None:
        return None
    with Image.open(BytesIO(data), formats=("PNG", "JPEG", "WEBP", "GIF", "AVIF")) as picture:
        width, height = picture.size
        if width < SMALLEST[0] or height < SMALLEST[1] or not 1 / FLATTEST < width / height < FLATTEST:
            return None
        flat = Image.new("RGB", picture.size, PAPER)
        full = picture.convert("RGBA")
        flat.paste(full, mask=full.getchannel("A"))
        return ImageOps.fit(flat, (PICTURE, HEIGHT), Image.Resampling.LANCZOS, centering=(0.5, 0.4))
