"""Whether a PDF can be made here: WeasyPrint is an extra, and stands on Debian's Pango."""

from functools import cache
from importlib.util import find_spec


@cache
def why_not() -> str:
    """Why none can be made; '' where one can."""
    if find_spec("weasyprint") is None:
        return "WeasyPrint is not installed. Run `uv sync --extra pdf`."
    try:
        from shaf.paper import weasy  # noqa: F401
    except OSError as error:
        return f"WeasyPrint does not find its libraries ({error}). Install Debian's libpangoft2-1.0-0."
    return ""
