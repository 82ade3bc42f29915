"""Where the settings come from: the environment, and the file of it that an operator keeps."""

from pathlib import Path

from django.core.exceptions import ImproperlyConfigured
from environs import env

CHECKOUT = Path(__file__).resolve().parent.parent.parent


def read_env_file(beside: Path = CHECKOUT) -> None:
    """Read ENV_FILE, or `.env` in a folder where there is one; what the environment says stands.

    Raises ImproperlyConfigured where ENV_FILE names what cannot be read.
    """
    named = env.str("ENV_FILE", "")
    file = CHECKOUT / named if named else beside / ".env"
    try:
        if named:
            file.open().close()
        env.read_env(file, recurse=False)
    except (OSError, UnicodeDecodeError) as error:
        setting = "ENV_FILE" if named else "The file .env beside manage.py"
        raise ImproperlyConfigured(f"{setting} cannot be read: {error}.") from error


def folder(name: str, default: Path) -> Path:
    """Return the folder that a setting names, from the checkout on where it is not absolute."""
    return CHECKOUT / env.str(name, "") if env.str(name, "") else default
