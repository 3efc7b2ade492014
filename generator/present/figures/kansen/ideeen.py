"""The figure of where the ideas came from."""

from __future__ import annotations

from collections.abc import Sequence

from generator.derive.feiten import Feiten
from generator.derive.feiten.kansen import Ideetelling
from generator.model.basis import Editie
from generator.present.charts.bars import Laag, Staaf, chart_bars, chart_stacked
from generator.present.charts.basis import choose_kleur, type_figure
from generator.present.figures.basis import Afkomst, Figuur
from generator.present.figures.kansen.zinnen import tell_herkomst
from generator.present.formats import format_datum
from generator.present.tables import Kolom, Tabel, type_cell


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
        afkomst=Afkomst(stand=format_datum(feiten.peildatum)),
    )


def _list_niveaus(feiten: Feiten, regels: Sequence[Ideetelling]) -> list[tuple[str, str]]:
    """The levels that brought ideas, as (id, name); empty when the edition knows none."""
    used = {key for regel in regels for key in regel.per_niveau}
    if used <= {""}:
        return []
    niveaus = [
        (term.id, term.naam) for term in feiten.programma.termen("niveau") if term.id in used
    ]
    return [*niveaus, *([("", "Niveau nog niet bekend")] if "" in used else [])]


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
            choose_kleur(None, place),
        )
        for place, (key, naam) in enumerate(niveaus)
    ]
    chart = chart_stacked([regel.naam for regel in regels], lagen)
    # Each part also says in words what its colour means, where there is room for it.
    inside = [
        {
            **trace,
            "textposition": "inside",
            "insidetextanchor": "middle",
            "insidetextfont": {"color": "kleur-grond"},
            "textangle": 0,
        }
        for trace in chart["data"]
    ]
    hide = {"mode": "hide", "minsize": 12}
    return {**chart, "data": inside, "layout": {**chart["layout"], "uniformtext": hide}}


def _tell_laag(naam: str, aantal: int) -> str:
    return f"{naam} {aantal}" if aantal else ""
