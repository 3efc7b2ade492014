"""Places: where in the sources something was written, so that a finding can name the line."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from generator.findings import Plek
from generator.model.plekken import Plekken

type_bronnen = Callable[[], Mapping[str, str]]


@dataclass(frozen=True)
class Bronnen:
    """The sources of a programme.

    Attributes:
        root: the folder of the programme.
        plekken: where every value was written.
        read: gives the text of every source file by its name; called only for a finding.
    """

    root: Path
    plekken: Plekken
    read: type_bronnen

    @cached_property
    def _texts(self) -> Mapping[str, str]:
        return self.read()

    def find(self, text: str, begin: str = "") -> Plek | None:
        """The first place of a text, whatever signs or line ends stand between its words.

        Args:
            text: what to look for, without regard to capitals.
            begin: how the name of the file begins.
        """
        exact = re.findall(r"\w+|[^\w\s]", text)
        return self._find(r"\s*".join(map(re.escape, exact)), begin) or self._find(
            r"[\W_]+".join(re.findall(r"[^\W_]+", text)), begin
        )

    def find_nummer(self, digits: str) -> Plek | None:
        """The first place of a telephone number, given as within the country, however written."""
        between = r"[^\w\n]{0,3}"
        rest = between.join(digits.removeprefix("0"))
        return self._find(rf"(?:\+31|0031|0){between}(?:\(0\))?{between}{rest}")

    def _find(self, regex: str, begin: str = "") -> Plek | None:
        pattern = re.compile(regex, re.IGNORECASE)
        for name in sorted(self._texts):
            if name.startswith(begin) and (found := pattern.search(self._texts[name])):
                before = self._texts[name][: found.start()]
                return Plek(name, before.count("\n") + 1, len(before) - before.rfind("\n"))
        return None
