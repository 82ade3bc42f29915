"""In which language to speak to whoever runs a command: a terminal has no address or account that says so."""

import os

from django.conf import settings

# In the order in which gettext asks them.
VARIABLES = ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG")


def language() -> str:
    """Return the first language of ours that the locale names; English where it names none, as commands speak it."""
    ours = dict(settings.LANGUAGES)
    for variable in VARIABLES:
        for locale in os.environ.get(variable, "").split(":"):
            code = locale.replace("-", "_").partition("_")[0].partition(".")[0].lower()
            if code in ours:
                return code
    return "en"
