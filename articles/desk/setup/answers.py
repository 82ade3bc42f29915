"""What may be answered, and what is said to anything else. Each raises ValidationError."""

from email.utils import parseaddr

from django.core.exceptions import ValidationError
from django.core.validators import EmailValidator
from django.utils.translation import gettext as _

from authors.models import Branch, Source
from shaf.text import arabic

LONGEST_NAME = 200
# «فرع القاهرة» is printed of the branch «القاهرة».
BRANCH = ("فرع ", " branch")


def arabic_name(typed: str, option: str) -> str:
    """Return the name as it is stored. `option` is the one that the English name belongs to."""
    name = _name(typed)
    if not any("\u0620" <= letter <= "\u064a" for letter in name):
        message = _("“%(name)s” has no Arabic letter. The Arabic name comes first; the English one is %(option)s.")
        raise ValidationError(message % {"name": name, "option": option})
    return name


def english_name(typed: str) -> str:
    name = _name(typed)
    if not any(letter.isascii() and letter.isalpha() for letter in name):
        raise ValidationError(_("“%(name)s” has no Latin letter: give the name in English.") % {"name": name})
    return name


def branch_name(typed: str, option: str) -> str:
    """As `arabic_name`, without the word «فرع», which pages put before it."""
    return arabic_name(typed.strip().removeprefix(BRANCH[0]), option)


def english_branch_name(typed: str) -> str:
    return english_name(typed.strip().removesuffix(BRANCH[1]))


def person(typed: str) -> tuple[str, str]:
    """Return the name and address of “Name <mail>”."""
    name, address = parseaddr(typed)
    if "<" not in typed or not name:
        raise ValidationError(_("Write a name and an address: Salma Hassan <salma@example.org>."))
    return _name(name), mail(address)


def mail(typed: str) -> str:
    address = typed.strip().lower()
    message = _("“%(address)s” is no mail address. Write one like salma@example.org.") % {"address": address}
    EmailValidator(message)(address)
    if len(address) > 150:
        raise ValidationError(message)
    return address


def _name(typed: str) -> str:
    name = " ".join(arabic.separated(arabic.without_reordering(typed)).split())
    if not name:
        raise ValidationError(_("The name is empty."))
    longest = min(LONGEST_NAME, *(model._meta.get_field("name").max_length for model in (Branch, Source)))
    if len(name) > longest:
        raise ValidationError(_("The name is too long: %(n)d characters at most.") % {"n": longest})
    return name
