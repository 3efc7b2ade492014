"""Pages for council, college and press: the summary, and what the programme rests on."""

from __future__ import annotations

from typing import Any, Final

from generator.derive.feiten.werk import Fasestand
from generator.model.figuren import name_figuren
from generator.model.paden import RECORDPAGINAS
from generator.model.paginas import PAGINAS
from generator.model.proza import Aanroepsoort
from generator.present.figures.basis import Figuur
from generator.present.figures.voortgang import count_lichten
from generator.present.formats import format_aantal
from generator.present.pages.aan_de_slag import list_afgerond, list_koppen, tell_all
from generator.present.writer import Writer

NULMETING: Final = ("stromen-themas", "inkoop-impact", "bewustzijn-niveaus")
"""Figures of which the sentence tells where we stand, in the order of the nulmeting."""
GELUKT = 3
"""How many successes fit on one page of paper."""
BESLUITVRAGEN: Final = 4
"""How much of what asks for a decision fits on it."""


def gather_samenvatting(writer: Writer) -> dict[str, Any]:
    """The programme on one page of paper: what fits, and no more."""
    werk, uitvoering = writer.feiten.werk, writer.feiten.uitvoering
    return {
        "verberg": ("toc",),
        "koppen": list_koppen(writer),
        "zinnen": _list_nulmeting(writer),
        "fasen": [tell_fase(fase) for fase in werk.fasen if fase.aantal],
        "lichten": count_lichten(writer.feiten),
        "besluitvragen": uitvoering.besluitvragen[:BESLUITVRAGEN],
        "alle_vragen": tell_all(uitvoering.besluitvragen, BESLUITVRAGEN),
        "gelukt": werk.successen[:GELUKT],
        "afgerond": list_afgerond(writer)[:GELUKT],
    }


def _list_nulmeting(writer: Writer) -> list[Figuur]:
    """The figures of the nulmeting that this edition has."""
    shown = name_figuren(writer.feiten.programma, Aanroepsoort.GRAFIEK)
    return [writer.figuren.figuur(name) for name in NULMETING if name in shown]


def tell_fase(fase: Fasestand) -> tuple[str, str]:
    """The name of a phase, and how many actions it has and how far they are."""
    parts = [
        f"{aantal} {woord}"
        for aantal, woord in (
            (fase.bezig, "bezig"),
            (fase.klaar, "klaar"),
            (fase.open, "nog open"),
            (fase.gestopt, "gestopt"),
        )
        if aantal
    ]
    return fase.naam, f"{format_aantal(fase.aantal, 'actie', 'acties')}: {', '.join(parts)}"


def gather_onderbouwing(writer: Writer) -> dict[str, Any]:
    """The names of the pages that the statements lead to."""
    return {"paginanamen": name_paginas(writer)}


def name_paginas(writer: Writer) -> dict[str, str]:
    """What readers call each page, by path."""
    programma = writer.feiten.programma
    namen = {page.pad: page.titel for page in programma.proza}
    namen |= {pagina.pad: pagina.titel for pagina in PAGINAS}
    for collectie, locate in RECORDPAGINAS.items():
        for record in getattr(programma, collectie):
            fields = type(record).model_fields
            field = next(name for name in ("naam", "titel", "situatie") if name in fields)
            namen[locate(record.id)] = getattr(record, field)
    return namen
