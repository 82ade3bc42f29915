"""Why a file is not imported."""


class Unimportable(Exception):
    """`code` is stable, for tests; `reason` says what is wrong and `remedy` what to do about it.

    `line` counts from 1 where the trouble is in one place; `language` says in which of a report's two files.
    """

    def __init__(self, code: str, reason: str, remedy: str, *, line: int | None = None, language: str = "") -> None:
        super().__init__(code)
        self.code = code
        self.reason = reason
        self.remedy = remedy
        self.line = line
        self.language = language
