"""Guesses at a password, whichever page takes them.

From browsers that the account does not know there are at most 20 an hour, from however many addresses, and 30 an hour
from one address, at however many accounts. A browser in which the person has logged in before is counted by itself.
"""

from datetime import timedelta

from django.http import HttpRequest

from shaf.attempts.address import address
from shaf.attempts.browsers import known_browser, remember
from shaf.attempts.counting import Limit, Try, count, forget, take_back
from shaf.text import arabic

# Characters; no account has as many.
LONGEST = 300
EVERY = timedelta(minutes=4)
AT_ACCOUNT = Limit("login", 5, EVERY)
FROM_ADDRESS = Limit("login-from", 15, EVERY)
FROM_KNOWN = Limit("login-known", 5, EVERY)
AT_CHANGE = Limit("password-change", 5, EVERY)


def count_guess(request: HttpRequest | None, name: str) -> None:
    """Count a guess before it is looked at, whether or not there is such an account; raises TooMany."""
    count(*_tries(request, normalised(name)))


def guessed_right(request: HttpRequest | None, name: str) -> None:
    """The guess that was counted last was right: the person's failures are forgotten.

    Of the address only this one guess is: else whoever has an account could go on guessing at others.
    """
    name = normalised(name)
    for tried in _tries(request, name):
        if tried.limit is FROM_ADDRESS:
            take_back(tried)
        else:
            forget(tried)


def unlock(request: HttpRequest | None, name: str) -> None:
    """Whoever read the account's mail has set a new password here: nothing that was guessed before counts."""
    name = normalised(name)
    forget(Try(AT_ACCOUNT, name))
    remember(request, name)


def normalised(name: str) -> str:
    """One name for all spellings that look alike."""
    return arabic.normalised("NFKC", name[:LONGEST]).strip().casefold()


def _tries(request: HttpRequest | None, name: str) -> list[Try]:
    if browser := known_browser(request, name):
        return [Try(FROM_KNOWN, f"{browser} {name}")]
    return [Try(FROM_ADDRESS, address(request)), Try(AT_ACCOUNT, name)]
