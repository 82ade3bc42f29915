"""What a command must know: from its options, or asked on the terminal until the answer can be read."""

import sys
from collections.abc import Callable, Mapping
from typing import Any, TypeVar

from django.core.exceptions import ValidationError
from django.core.management.base import CommandError
from django.utils.translation import gettext as _

Answer = TypeVar("Answer")
Reader = Callable[[str], Answer]


class Questions:
    """`options` are the command's; `say` shows what is wrong with an answer. Readers raise ValidationError.

    Where nobody can be asked, a missing answer raises CommandError, which names the option; so does an option that
    cannot be read.
    """

    def __init__(self, options: Mapping[str, Any], say: Callable[[str], object]) -> None:
        self.options, self.say = options, say
        self.asks = not options["no_input"] and sys.stdin.isatty()

    def answer(self, option: str, question: str, read: Reader[Answer], default: str = "") -> Answer:
        """Return what the option says, or what is typed; `default` stands for nothing typed, where it can be read."""
        if self.options[option] is not None:
            return self._given(option, self.options[option], read)
        if self.asks:
            return self._asked(question, read, default)
        if default:
            try:
                return read(default)
            except ValidationError as error:
                raise CommandError(f"{' '.join(error.messages)} {self._lacks(option)}") from error
        raise CommandError(self._lacks(option))

    def optional(self, option: str, question: str, read: Reader[str]) -> str:
        """Return '' where nothing is said."""
        if self.options[option] is not None:
            return self._given(option, self.options[option], read)
        return self._asked(question, lambda typed: read(typed) if typed else "", "") if self.asks else ""

    def yes(self, question: str, *, unless_said: bool = True) -> bool:
        """Ask for yes or no; `unless_said` is what Enter means."""
        choice = _("[Y/n]") if unless_said else _("[y/N]")
        typed = input(f"{question} {choice} ").strip().lower()
        return typed[0] in ("y", "ن") if typed else unless_said

    def _given(self, option: str, value: str, read: Reader[Answer]) -> Answer:
        try:
            return read(value)
        except ValidationError as error:
            raise CommandError(f"{_flag(option)}: {' '.join(error.messages)}") from error

    def _asked(self, question: str, read: Reader[Answer], default: str) -> Answer:
        if default:
            try:
                read(default)
                question = f"{question} [{default}]"
            except ValidationError:
                default = ""
        while True:
            typed = input(f"{question}: ").strip()
            try:
                return read(typed or default)
            except ValidationError as error:
                self.say(" ".join(error.messages))

    def _lacks(self, option: str) -> str:
        return _("Nobody can be asked here: give %(option)s.") % {"option": _flag(option)}


def _flag(option: str) -> str:
    return f"--{option.replace('_', '-')}"
