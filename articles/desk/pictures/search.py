"""Searching the library: Arabic words are found however their alef, yeh, teh marbuta, hamza and marks were typed."""

import re

from django.db.models import Q

from shaf.text import arabic

MAX_WORDS = 10
MAX_LETTERS = 200
SEARCHED = ("alt_ar", "alt_en", "caption_ar", "caption_en", "credit", "licence")
# What arabic.fold drops, hamza on whichever seat among it.
DROPPED = "[\u0640\u0610-\u061a\u064b-\u065f\u0670\u0621\u0624\u0626]*"
# The letters that arabic.fold unites with each of these.
UNITED = {"ا": "اأإآٱ", "ي": "يىیئ", "ه": "هةہ", "ك": "كک"} | {
    digit: digit + arabic_indic for digit, arabic_indic in zip("0123456789", "٠١٢٣٤٥٦٧٨٩", strict=True)
}


def matching(text: str) -> Q:
    """Every word occurs in one of the picture's texts."""
    found = Q()
    for word in arabic.fold(text[:MAX_LETTERS]).split()[:MAX_WORDS]:
        pattern = DROPPED.join(f"[{UNITED[letter]}]" if letter in UNITED else re.escape(letter) for letter in word)
        found &= Q(*(Q(**{f"{field}__iregex": pattern}) for field in SEARCHED), _connector=Q.OR)
    return found
