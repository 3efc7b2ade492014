"""The figure of where the ideas came from, and what it shares with the map of opportunities."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from generator.derive.feiten import Feiten
from generator.derive.feiten.kansen import Ideetelling
from generator.model.basis import Editie
from generator.model.woordenlijst import Term
from generator.present.charts import Laag, Staaf, chart_bars, chart_stacked, type_figure
from generator.present.figures.basis import Figuur
from generator.present.formats import format_opsomming
from generator.present.tables import Kolom, Tabel, type_cell

KLEUREN: Final = 6


def list_termen(feiten: Feiten, woordenlijst: str) -> Sequence[Term]:
    """The terms of a vocabulary in reading order; empty when there is none."""
    lijsten = feiten.programma.woordenlijsten
    return next((lijst.geordend for lijst in lijsten if lijst.id == woordenlijst), ())


def name_kansen(number: int) -> str:
    """`kans` or `kansen`."""
    return "kans" if number == 1 else "kansen"


def make_herkomst(feiten: Feiten) -> Figuur:
    """Where the ideas came from; the intranet also tells which level brought them."""
    kansen = feiten.kansen
    regels = kansen.ideeen if kansen else ()
    niveaus = _list_niveaus(feiten, regels)
    soort = "gekozen" if feiten.editie is Editie.PUBLIEK else ""
    rijen: tuple[tuple[type_cell, ...], ...] = tuple(
        (regel.naam, regel.aantal, *(regel.per_niveau.get(key, 0) for key, _ in niveaus))
        for regel in regels
    )
    kolommen = [Kolom("Idee uit"), Kolom("Aantal kansen", is_getal=True)]
    kolommen += [Kolom(naam, is_getal=True) for _, naam in niveaus]
    return Figuur(
        naam="kansen-herkomst",
        titel="Waar de ideeën vandaan kwamen",
        zin=tell_herkomst(regels, niveaus, soort),
        grafiek=_chart_herkomst(regels, niveaus),
        tabel=Tabel("kansen-herkomst", "Waar de ideeën vandaan kwamen", tuple(kolommen), rijen),
    )


def _list_niveaus(feiten: Feiten, regels: Sequence[Ideetelling]) -> list[tuple[str, str]]:
    """The levels that brought ideas, as (id, name); empty when the edition knows none."""
    used = {key for regel in regels for key in regel.per_niveau}
    if used <= {""}:
        return []
    niveaus = [(term.id, term.naam) for term in list_termen(feiten, "niveau") if term.id in used]
    return [*niveaus, *([("", "Niveau nog niet bekend")] if "" in used else [])]


def tell_herkomst(
    regels: Sequence[Ideetelling], niveaus: Sequence[tuple[str, str]], soort: str = ""
) -> str:
    """Which source gave most ideas, and how many each level brought."""
    total = sum(regel.aantal for regel in regels)
    if not total:
        return "Er zijn nog geen kansen."
    most = max(regel.aantal for regel in regels)
    names = [regel.naam for regel in regels if regel.aantal == most]
    kansen = " ".join(filter(None, [str(total), soort, name_kansen(total)]))
    if len(names) > 1:
        zinnen = [f"Van de {kansen} kwamen er elk {most} uit: {format_opsomming(names)}."]
    elif most == total:
        zinnen = [f"Waar het idee vandaan kwam, bij {kansen}: {names[0]}."]
    else:
        zinnen = [f"Van de {kansen} kwamen de meeste ({most}) uit: {names[0]}."]
    if niveaus:
        sums = [
            (naam, sum(regel.per_niveau.get(key, 0) for regel in regels)) for key, naam in niveaus
        ]
        parts = format_opsomming([f"{naam} {aantal}" for naam, aantal in sums])
        zinnen.append(f"Wie het idee aandroeg: {parts}.")
    return " ".join(zinnen)


def _chart_herkomst(
    regels: Sequence[Ideetelling], niveaus: Sequence[tuple[str, str]]
) -> type_figure:
    if not niveaus:
        return chart_bars(
            [Staaf(item.naam, item.aantal, str(item.aantal), item.kleur) for item in regels]
        )
    lagen = [
        Laag(
            naam,
            [regel.per_niveau.get(key, 0) for regel in regels],
            [_tell_laag(naam, regel.per_niveau.get(key, 0)) for regel in regels],
            f"kleur-{place % KLEUREN + 1}",
        )
        for place, (key, naam) in enumerate(niveaus)
    ]
    chart = chart_stacked([regel.naam for regel in regels], lagen)
    # Each part also says in words what its colour means, where there is room for it.
    inside = [
        {**trace, "textposition": "inside", "insidetextanchor": "middle", "textangle": 0}
        for trace in chart["data"]
    ]
    hide = {"mode": "hide", "minsize": 12}
    return {**chart, "data": inside, "layout": {**chart["layout"], "uniformtext": hide}}


def _tell_laag(naam: str, aantal: int) -> str:
    return f"{naam} {aantal}" if aantal else ""
