"""What fields of our models accept. Migrations name these functions, so they stay where they are."""

from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator, URLValidator
from django.utils.translation import gettext_lazy as _

from shaf.text import arabic

validate_colour = RegexValidator(r"\A#[0-9A-Fa-f]{6}\Z", _("Give a colour as six hexadecimal digits: #1f4e5f."))


def validate_orcid(value: str) -> None:
    """Raise ValidationError for what is no ORCID iD: four groups of four with a check digit (ISO 7064 MOD 11-2)."""
    digits = value.replace("-", "")
    well_formed = len(digits) == 16 and len(value) == 19 and digits[:15].isdigit() and digits.isascii()
    if well_formed:
        total = 0
        for digit in digits[:15]:
            total = (total + int(digit)) * 2
        check = (12 - total % 11) % 11
        if digits[15] == ("X" if check == 10 else str(check)):
            return
    raise ValidationError(
        _("“%(value)s” is not an ORCID iD. Copy it as 0000-0002-1825-0097."),
        params={"value": arabic.without_reordering(value)},
    )


def validate_links(value: str) -> None:
    """Raise ValidationError where a line is no http(s) address."""
    check = URLValidator(schemes=["http", "https"])
    for line in value.split():
        check(line)
