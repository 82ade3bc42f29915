"""Colours that can be read: a centre's own colour, made lighter or darker until text in it has enough contrast."""

import colorsys

# WCAG 2.2, 1.4.3: text of any size.
ENOUGH = 4.5
STEP = 0.02


def contrast(one: str, other: str) -> float:
    """The contrast ratio of two colours (`#rrggbb`), from 1 to 21 (WCAG 2.2, relative luminance)."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def readable(colour: str, on: str) -> str:
    """The colour (`#rrggbb`) itself, or the nearest lightness of it that can be read on the other."""
    hue, lightness, saturation = colorsys.rgb_to_hls(*_channels(colour))
    step = STEP if _luminance(on) < 0.5 else -STEP
    while contrast(colour, on) < ENOUGH and 0 <= lightness + step <= 1:
        lightness += step
        colour = _hex(colorsys.hls_to_rgb(hue, lightness, saturation))
    return colour


def _channels(colour: str) -> tuple[float, float, float]:
    red, green, blue = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    return red, green, blue


def _hex(channels: tuple[float, float, float]) -> str:
    return "#" + "".join(f"{round(channel * 255):02x}" for channel in channels)


def _luminance(colour: str) -> float:
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in _channels(colour)]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
