"""A report of changes as text for a terminal, as Markdown for a proposal, and as JSON."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Any, Final

from generator.compare.wijziging import Deelwijziging, Veldwijziging
from generator.model.basis import Editie, Model
from generator.model.datums import Periode
from generator.present.formats import format_aantal
from generator.present.wijzigingen.namen import name_field
from generator.present.wijzigingen.verslag import Groep, Regel, Verslag
from generator.present.wijzigingen.woorden import is_short, plain, upper_first

BREED: Final = 88
"""Columns of a line in a terminal."""
LANG: Final = 180
"""A line of sentences that is longer becomes a list."""
MEESTE_ZINNEN: Final = 3
_TEKENS = re.compile(r"([\\`*_\[\]<>#|~])|^(?=[-+]|\d+[.)])", re.MULTILINE)


def count_changes(verslag: Verslag) -> str:
    """How much changed, in a sentence."""
    if not verslag.groepen:
        return "Er is niets veranderd."
    parts = format_aantal(verslag.aantal, "onderdeel", "onderdelen")
    return plain(f"Er is iets veranderd bij {parts}.")


def _join(regel: Regel) -> str | None:
    """The pieces as one sentence; None where that would be too long to read."""
    joined = "; ".join(regel.zinnen)
    fits = len(regel.zinnen) <= MEESTE_ZINNEN and len(regel.naam) + len(joined) <= LANG
    return joined if fits or len(regel.zinnen) == 1 else None


def as_text(verslag: Verslag) -> str:
    """For a terminal."""
    lines = [f"Wijzigingen in {verslag.programma}", *_wrap(verslag.vergeleken, ""), ""]
    for groep in verslag.groepen:
        count = "" if _is_whole(groep) else f" ({len(groep.regels)})"
        lines.append(f"{groep.kop}{count}")
        for regel in groep.regels:
            lines += _tell_regel(regel, groep.kop)
        lines.append("")
    lines.append(count_changes(verslag))
    if verslag.onbekend:
        lines += ["", "Let op:"]
        for zin in verslag.onbekend:
            lines += _wrap(zin, "  - ")
    return "\n".join(lines)


def _is_whole(groep: Groep) -> bool:
    """Whether the heading is the name of the only thing below it."""
    return [regel.naam for regel in groep.regels] == [groep.kop]


def _tell_regel(regel: Regel, kop: str) -> Iterator[str]:
    if regel.naam == kop:
        for zin in regel.zinnen:
            yield from _wrap(zin, "  - ")
    elif joined := _join(regel):
        yield from _wrap(f"{regel.naam}: {joined}", "  ")
    else:
        yield f"  {regel.naam}:"
        for zin in regel.zinnen:
            yield from _wrap(zin, "    - ")


def _wrap(text: str, indent: str) -> list[str]:
    """Lines that fit, the later ones under the first word."""
    under = " " * len(indent) + ("" if "-" in indent else "  " if indent else "")
    return textwrap.wrap(
        text,
        BREED,
        initial_indent=indent,
        subsequent_indent=under,
        break_long_words=False,
        break_on_hyphens=False,
    )


def as_markdown(verslag: Verslag) -> str:
    """For a council proposal: headings and lists, with what long texts were and are."""
    edition = " (openbare versie)" if verslag.editie is Editie.PUBLIEK else ""
    lines = [f"# Wijzigingen in {_escape(verslag.programma)}{edition}", ""]
    lines += [_escape(verslag.vergeleken), "", count_changes(verslag), ""]
    for groep in verslag.groepen:
        lines += [f"## {_escape(groep.kop)}", ""]
        for regel in groep.regels:
            lines += _write_regel(regel, groep.kop)
        lines.append("")
    if verslag.onbekend:
        lines += ["## Let op", ""]
        lines += [f"- {_escape(zin)}" for zin in verslag.onbekend]
        lines.append("")
    return "\n".join(lines)


def _write_regel(regel: Regel, kop: str) -> Iterator[str]:
    texts = list(_list_texts(regel.wijziging.velden))
    joined = None if texts else _join(regel)
    name, indent = f"- **{_escape(regel.naam)}**:", "  "
    if regel.naam == kop:
        indent = ""
    elif joined:
        yield f"{name} {_escape(joined)}."
        return
    else:
        yield name
    yield from (f"{indent}- {_escape(upper_first(zin))}." for zin in regel.zinnen)
    for label, oud, nieuw in texts:
        yield f"{indent}- {label} was: {_escape(oud)}"
        yield f"{indent}- {label} is nu: {_escape(nieuw)}"


def _list_texts(fields: tuple[Veldwijziging, ...]) -> Iterator[tuple[str, str, str]]:
    """The long texts of a record that were replaced; pages of prose are too long to repeat."""
    for field in fields:
        is_text = isinstance(field.oud, str) and isinstance(field.nieuw, str)
        if (
            is_text
            and field.veld != "tekst"
            and not (is_short(field.oud) and is_short(field.nieuw))
        ):
            label = upper_first(name_field(field.veld))
            yield label, " ".join(field.oud.split()), " ".join(field.nieuw.split())


def _escape(text: str) -> str:
    """The text as Markdown that shows every character as it is."""
    return _TEKENS.sub(lambda found: f"\\{found.group(1) or ''}", text)


def as_dict(verslag: Verslag) -> dict[str, Any]:
    """For programs: every change with both its values."""
    return {
        "programma": verslag.programma,
        "sinds": verslag.sinds,
        "vergeleken": verslag.vergeleken,
        "editie": verslag.editie.value,
        "aantal": verslag.aantal,
        "wijzigingen": [
            {
                "soort": regel.wijziging.soort,
                "id": regel.wijziging.id,
                "naam": regel.naam,
                "wat": regel.wijziging.wat.value,
                "zinnen": list(regel.zinnen),
                "velden": [_field(field) for field in regel.wijziging.velden],
            }
            for groep in verslag.groepen
            for regel in groep.regels
        ],
        "niet_te_vergelijken": list(verslag.onbekend),
    }


def _field(field: Veldwijziging) -> dict[str, Any]:
    if field.delen:
        return {"veld": field.veld, "delen": [_part(part) for part in field.delen]}
    return {"veld": field.veld, "oud": _value(field.oud), "nieuw": _value(field.nieuw)}


def _part(part: Deelwijziging) -> dict[str, Any]:
    values = {"oud": _value(part.oud), "nieuw": _value(part.nieuw)}
    return values | ({"velden": [_field(item) for item in part.velden]} if part.velden else {})


def _value(value: Any) -> Any:
    """A value as JSON knows it; numbers with a point, dates as they were typed, files left out."""
    if isinstance(value, Model):
        return {
            name: _value(getattr(value, name))
            for name in type(value).model_fields
            if getattr(value, name) not in (None, ())
        }
    if isinstance(value, tuple):
        return [_value(item) for item in value]
    if isinstance(value, StrEnum | str | bool | int) or value is None:
        return value
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() else float(value)
    if isinstance(value, Periode | date):
        return str(value)
    return "bestand"
