"""Hostile texts in every text of a programme, and harmless ones of the same shape."""

from __future__ import annotations

import re
from typing import Any

from generator.model.basis import Model
from generator.model.programma import Programma
from generator.model.teksten import iter_teksten
from tests.hostile.strings import HOSTILE

MARK = re.compile("\N{SECTION SIGN}([0-9]+)\N{SECTION SIGN}")
"""What ends every text that was put in: its number."""
_LETTER = re.compile(r"[^\s.!?]")


class Texts:
    """Gives each text of a programme a hostile one with a number of its own.

    What stood in the same field in the same words gets the same text again, so that what belongs
    together stays together.

    Attributes:
        given: the texts by number, as they were put in.
    """

    def __init__(self, start: int = 0, *, together: int = 1, harmless: bool = False) -> None:
        """Begin with text `start`; with `together` every text is that many hostile ones in a row.

        What is `harmless` has letters in the same places, and says nothing to any program.
        """
        self.start, self.together, self.harmless = start, together, harmless
        self.given: list[str] = []
        self.strings: list[tuple[str, ...]] = []
        self._known: dict[tuple[str, ...], str] = {}

    def give(self, key: tuple[str, ...]) -> str:
        """The text for a field with some words."""
        if key not in self._known:
            number = len(self.given)
            first = self.start + number * self.together
            chosen = tuple(HOSTILE[(first + at) % len(HOSTILE)] for at in range(self.together))
            text = " ".join(chosen)
            if self.harmless:
                text = _LETTER.sub("x", text.strip())
            # Stripped, as a text is when it is read.
            self._known[key] = f"{text.strip()} \N{SECTION SIGN}{number}\N{SECTION SIGN}"
            self.given.append(self._known[key])
            self.strings.append(chosen)
        return self._known[key]


def fill(programma: Programma, texts: Texts) -> Programma:
    """The programme with every text replaced."""
    filled: Programma = _fill(programma, texts)
    return filled


def _fill(record: Any, texts: Texts) -> Any:
    cls = type(record)
    # A path of one is a field, of two a field and a place in it.
    own = [path for path, _, _ in iter_teksten(record) if len(path) <= 2]
    changed: dict[str, Any] = {}
    for name in cls.model_fields:
        value = getattr(record, name)
        if isinstance(value, Model):
            changed[name] = _fill(value, texts)
        elif isinstance(value, tuple) and any(isinstance(item, Model) for item in value):
            changed[name] = tuple(
                _fill(item, texts) if isinstance(item, Model) else item for item in value
            )
        elif (name,) in own:
            changed[name] = texts.give((cls.__name__, name, value))
        elif isinstance(value, tuple) and (name, 0) in own:
            changed[name] = tuple(texts.give((cls.__name__, name, item)) for item in value)
    return record.model_copy(update=changed)
