"""The manual for who edits the programme: one text, for `data/README.md` and for the intranet."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import Final, NamedTuple

from generator.model.herkomst import Herkomstvelden
from generator.model.openbaarheid import Openbaarheid
from generator.model.paginas import HANDLEIDINGDELEN
from generator.model.velden import (
    Bestandsoort,
    Veld,
    list_bestandsoorten,
    list_tabelsoorten,
    list_velden,
)

MAP: Final = "handleiding"
VELDEN: Final = "velden"
"""The part that the model writes."""
_GRENS: Final = "\n---\n"


class Deel(NamedTuple):
    """A part of the manual; `tekst` is Markdown that begins with a heading or a paragraph."""

    naam: str
    titel: str
    omschrijving: str
    tekst: str


class Veldtabel(NamedTuple):
    """All fields of a kind of file."""

    bestand: str
    velden: tuple[Veld, ...]
    gedeeld: tuple[str, ...]
    """Fields that many kinds have; they stand in a table of their own."""


VELDDEEL: Final = Deel(
    VELDEN,
    "Alle velden",
    "Elk veld van elk bestand: of het verplicht is, wat het betekent en wat er mag staan.",
    "Een veld in een blok staat achter de naam van dat blok, met een "
    "punt ertussen: `mijlpalen.titel`. Staat er *intranet* achter, dan komt het veld nooit in de "
    "openbare versie. De eerste tabel noemt velden die bij veel onderdelen kunnen.",
)


@cache
def read_delen() -> tuple[Deel, ...]:
    """The parts that people write, in reading order."""
    folder = files("site_theme") / MAP
    return tuple(
        _parse(naam, (folder / f"{naam}.md").read_text("utf-8"))
        for naam in ("index", *HANDLEIDINGDELEN)
        if naam != VELDEN
    )


def _parse(naam: str, text: str) -> Deel:
    """A part from its file: title and description, a line, and then the text."""
    head, _, tekst = text.partition(_GRENS)
    about = dict(line.split(": ", 1) for line in head.splitlines())
    return Deel(naam, about["titel"], about["omschrijving"], tekst.strip("\n"))


def list_veldtabellen() -> tuple[Veldtabel, ...]:
    """Every kind of file with its fields: first those that many share, then the tables."""
    shared = (*_list_shared(Herkomstvelden), *_list_shared(Openbaarheid))
    often = Veldtabel("Velden die bij veel onderdelen kunnen", shared, ())
    return (often, *(_tabulate(soort) for soort in (*list_bestandsoorten(), *list_tabelsoorten())))


def _list_shared(cls: type[Herkomstvelden | Openbaarheid]) -> tuple[Veld, ...]:
    return list_velden(Bestandsoort("", "", cls))


def _tabulate(soort: Bestandsoort) -> Veldtabel:
    shared = {*Herkomstvelden.model_fields, *Openbaarheid.model_fields}
    velden = list_velden(soort)
    own = tuple(veld for veld in velden if veld.naam not in shared or veld.verplicht)
    rest = tuple(veld.naam for veld in velden if veld not in own)
    return Veldtabel(f"data/{soort.patroon}".replace("*", "<id>"), own, rest)
