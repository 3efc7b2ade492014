"""A source line as a terminal can show it, with a caret under the place that is meant."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping, Sequence

from generator.findings import Code, Finding, Plek, show_safely

BREEDSTE = 96
"""How much of a line is shown; the place that is meant is always in it."""
VOORAF = 60
"""How much of a cut line stands before the place that is meant."""
WEGGELATEN = "..."
TAB = " " * 4
HELE_BESTANDEN = frozenset(
    code for code in Code if code.startswith("BESTAND-") and code is not Code.BESTAND_CODERING
)
"""Codes about a file, and no line of it."""


def find_line(finding: Finding, lines: Mapping[str, Sequence[str]]) -> str | None:
    """The line that a finding is about; None when it is about no line, or about an absent one."""
    plek = finding.plek
    is_top = plek == Plek(plek.bestand)
    known = lines.get(plek.bestand, ())
    line = known[plek.regel - 1] if 0 < plek.regel <= len(known) else ""
    is_absent = is_top and finding.code.endswith("-ONTBREEKT") and not line.rstrip().endswith(":")
    return None if finding.code in HELE_BESTANDEN or is_absent or not line.strip() else line


def draw_line(line: str, plek: Plek) -> tuple[str, str]:
    """The line with its number, and below it a caret under the column of `plek`."""
    shown = [_show_letter(letter) for letter in line]
    here = min(plek.kolom - 1, len(shown))
    widths = [sum(map(_measure, text)) for text in shown]
    start, end = _choose_window(widths, here)
    before, after = "".join(shown[start:here]), "".join(shown[here:end])
    lead = WEGGELATEN if start else ""
    tail = WEGGELATEN if end < len(shown) else ""
    number = f"{plek.regel:>5} | "
    indent = " " * (len(lead) + sum(widths[start:here]))
    return f"{number}{lead}{before}{after}{tail}", f"{' ' * 5} | {indent}^"


def _choose_window(widths: Sequence[int], here: int) -> tuple[int, int]:
    """Which letters of a line are shown, counted from 0, the letter at `here` among them."""
    if sum(widths) <= BREEDSTE:
        return 0, len(widths)
    start = here
    room = VOORAF
    while start and widths[start - 1] <= room:
        start -= 1
        room -= widths[start]
    end, room = here, BREEDSTE - VOORAF + room
    while end < len(widths) and widths[end] <= room:
        room -= widths[end]
        end += 1
    while start and widths[start - 1] <= room:  # near the end of the line there is room before it
        start -= 1
        room -= widths[start]
    return start, end


def _show_letter(letter: str) -> str:
    return TAB if letter == "\t" else show_safely(letter)


def _measure(letter: str) -> int:
    """How many places a letter takes in a terminal."""
    if unicodedata.category(letter) in {"Mn", "Me", "Cf"}:
        return 0
    return 2 if unicodedata.east_asian_width(letter) in {"W", "F"} else 1
