"""What no rule looks at: addresses, handles, file names, runs in another script, verses."""

import re

# Stands for each character that is left alone: no letter, no blank, no mark.
MASK = "\ufffc"
END = "[^\\s.,،؛;:؟?!)»”“\"'\\]…]"
ADDRESS = re.compile(
    rf"(?:https?://|www\.)\S*{END}"
    r"|(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+"
    r"|(?<!\w)[@#]\w+"
    r"|(?<![\w.-])[A-Za-z0-9][A-Za-z0-9-]*(?:\.[A-Za-z0-9_-]+)*\.[A-Za-z]{2,}(?:/\S*[^\s.,،؛;:؟?!)»])?(?!\w)"
    r"|(?<!\S)(?=\S*[A-Za-z0-9])[\w.-]*_[\w.-]*\w"
)
VERSE = re.compile("﴿[^﴾﴿]*﴾")
LATIN = "A-Za-z\u00c0-\u024f"
ARABIC = "\u0620-\u064a\u066e-\u06d3\u0750-\u077f"
# From the first letter of the other script to its last, where nothing else stands between. Brackets and quotation
# marks are the text's own: they come in pairs.
OTHER_SCRIPT = {
    "ar": re.compile(rf"[{LATIN}](?:[{LATIN}0-9 ,.;:?!'’&/+-]*[{LATIN}+])?"),
    "en": re.compile(rf"[{ARABIC}](?:[{ARABIC}\u064b-\u065f\u0670 ،؛؟:.!-]*[{ARABIC}\u064b-\u065f\u0670])?"),
}


def masked(text: str, language: str) -> str:
    """The text, as long as before, with MASK for each character that is left alone."""
    if "﴿" in text:
        text = VERSE.sub(_mask, text)
    if any(sign in text for sign in ".@#_"):
        text = ADDRESS.sub(_mask, text)
    return OTHER_SCRIPT[language].sub(_mask, text)


def _mask(found: re.Match[str]) -> str:
    return MASK * len(found[0])
