"""Explanations: what each kind of finding means and how to mend it, from a file with the theme."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any, Final, NamedTuple

from generator.findings import Code

MAP: Final = "meldingen"


class Voorbeeld(NamedTuple):
    """A piece of a source file.

    Attributes:
        bestand: the file that it stands in.
        regels: its lines; none where the file itself, or its name, is the example.
        noot: what to see in it, where the lines do not show it.
    """

    bestand: str
    regels: tuple[str, ...]
    noot: str


class Melding(NamedTuple):
    """The explanation of one kind of finding, for somebody who is no programmer.

    Attributes:
        code: of which finding.
        titel: what it means, in a few words.
        wat: what is the matter.
        waarom: why the program asks for it.
        herstel: what to do, step by step.
        fout: how it is wrong; `tests/check/cases` holds the same lines.
        goed: how it is right.
    """

    code: Code
    titel: str
    wat: str
    waarom: str
    herstel: tuple[str, ...]
    fout: Voorbeeld
    goed: Voorbeeld


class Meldinggroep(NamedTuple):
    """Kinds of findings about the same thing."""

    naam: str
    meldingen: tuple[Melding, ...]


@cache
def read_meldingen() -> tuple[Meldinggroep, ...]:
    """Every explanation, in the order in which somebody meets them: first what cannot be read."""
    folder = files("site_theme") / MAP
    places = {place.name: place for place in folder.iterdir() if place.name.endswith(".toml")}
    read = (tomllib.loads(places[name].read_text(encoding="utf-8")) for name in sorted(places))
    return tuple(_make_groep(table) for table in read)


def _make_groep(table: Mapping[str, Any]) -> Meldinggroep:
    made = [
        Melding(
            Code(code),
            part["titel"],
            part["wat"],
            part["waarom"],
            tuple(part["herstel"]),
            _make_voorbeeld(part["fout"]),
            _make_voorbeeld(part["goed"]),
        )
        for code, part in table.items()
        if isinstance(part, dict)
    ]
    return Meldinggroep(table["naam"], tuple(made))


def _make_voorbeeld(part: Mapping[str, str]) -> Voorbeeld:
    return Voorbeeld(
        part["bestand"], tuple(part.get("tekst", "").splitlines()), part.get("noot", "")
    )
