"""What stands behind ` #` is no text; where it looks like text, an advisor hears of it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Final

from generator.findings import Code, Ernst, Finding
from generator.model.waarden import show

_HEKJE: Final = re.compile(r"[ \t]+(#[^\s#].*)")
"""A comment has a space behind its sign; `#1` and `#samen` are more often part of a text."""
_KLEUR: Final = re.compile(r"#[0-9A-Fa-f]{3,8}[ \t]*$")
"""A colour without quotes has a message of its own."""
_GEEN_TEKST: Final = re.compile(r"[0-9.,-]*[0-9]|true|false|null|~")
"""A number, a date or a yes is whole; what stands behind it is a comment."""


@dataclass(frozen=True, slots=True)
class Rest:
    """The part of a line that the reader leaves out; `achter` and `kolom` count from 0.

    Attributes:
        achter: the column in which the text before it ends.
        kolom: the column of its sign.
        tekst: the part itself, from its sign.
    """

    achter: int
    kolom: int
    tekst: str


def find_rests(text: str) -> Mapping[int, Rest]:
    """What the reader leaves out and may be text, by line, counted from 0."""
    if "#" not in text:
        return {}
    found = ((index, _HEKJE.search(line)) for index, line in enumerate(text.split("\n")))
    return {
        index: Rest(match.start(), match.start(1), match[1].rstrip())
        for index, match in found
        if match
    }


def explain_cut(value: str, rest: Rest) -> tuple[str, str] | None:
    """What is wrong and what to type when `rest` belongs to a text; None when it does not.

    `value` is what was read before it, without quotes.
    """
    if _GEEN_TEKST.fullmatch(value) or (not value and _KLEUR.match(rest.tekst)):
        return None
    whole = f"{value} {rest.tekst}".strip()
    read = f"hier wordt alleen {show(value)} gelezen" if value else "hier wordt niets gelezen"
    quoted = f'"{whole}"' if '"' not in whole else f"'{whole.replace(chr(39), chr(39) * 2)}'"
    advice = f"hoort het bij de tekst? schrijf {quoted}; zo niet, zet een spatie achter #"
    return f"alles achter # telt niet mee: {read}", advice


def join_cut(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """The findings, in which a field that is absent because its text was cut is told once."""
    findings = tuple(findings)
    cut = {_line(f) for f in findings if f.code is Code.TEKST_AFGEKAPT}
    if not cut:
        return findings
    empty = {_line(f) for f in findings if f.code is Code.VELD_ONTBREEKT} & cut
    return tuple(
        replace(f, ernst=Ernst.FOUT) if f.code is Code.TEKST_AFGEKAPT and _line(f) in empty else f
        for f in findings
        if f.code is not Code.VELD_ONTBREEKT or _line(f) not in cut
    )


def _line(finding: Finding) -> tuple[str, int]:
    return finding.plek.bestand, finding.plek.regel
