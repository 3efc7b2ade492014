"""Where the parser of YAML stumbled, and the lines around it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

TERUG: Final = 5
"""Lines above the one that the parser stumbled over in which the cause is looked for."""
VELD: Final = r"[A-Za-z_][\w-]*"
"""What a field is called."""
LOS = re.compile(rf"(\s*(?:- +)*)({VELD})(?:\s*=)?(?:\s+(\S.*))?$")
BLOKTEKST = re.compile(r":[ \t]+[>|][+-]?\s*$")

type_uitleg = tuple[int, int, str, str]
"""Line and column, counted from 0, what is wrong and what to type."""


@dataclass(frozen=True, slots=True)
class Struikel:
    """Where the parser stumbled, counted from 0, and over what."""

    problem: str
    lines: Sequence[str]
    index: int
    column: int

    @property
    def line(self) -> str:
        """The line itself."""
        return self.lines[self.index]

    @property
    def before(self) -> str:
        """What stands on the line before the place."""
        return self.line[: self.column]

    def is_a(self, *problems: str) -> bool:
        """Whether the parser said one of these."""
        return self.problem.startswith(problems)

    def upwards(self) -> range:
        """The line and some above it, the nearest first."""
        return range(self.index, max(-1, self.index - TERUG), -1)


def indent_of(line: str) -> int:
    """How many spaces a line begins with."""
    return len(line) - len(line.lstrip())
