"""Figures of material flows that are a table only: the balance, and the factors behind it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Final

from generator.derive.feiten import Feiten
from generator.derive.feiten.namen import Naamkaart
from generator.derive.feiten.stromen import Stroombeeld, Stroomsom
from generator.model.regels.balans import Sluiting
from generator.present.figures.basis import Figuur, make_figuur, tell_afkomst
from generator.present.figures.stromen.basis import MATERIAAL, SAMEN, THEMA, take_stromen
from generator.present.figures.stromen.zinnen import tell_balans
from generator.present.tables import Kolom, Tabel, round_cell, tidy_cell, type_cell

OORDELEN: Final[Mapping[Sluiting, str]] = {
    Sluiting.KLOPT: "klopt",
    Sluiting.KLEIN_VERSCHIL: "klein verschil",
    Sluiting.GROOT_VERSCHIL: "groot verschil",
}
TRAPPEN: Final[Mapping[Sluiting, int | None]] = {
    Sluiting.KLOPT: None,
    Sluiting.KLEIN_VERSCHIL: 2,
    Sluiting.GROOT_VERSCHIL: 4,
}


def make_balans(feiten: Feiten) -> Figuur:
    """In, out and in use per row, with what is not explained."""
    return make_figuur(
        take_stromen(feiten),
        "stromen-balans",
        titel="Balans per thema en materiaal, in ton",
        zin=tell_balans,
        kolommen=(
            THEMA,
            MATERIAAL,
            Kolom("Erin", is_getal=True),
            Kolom("Eruit", is_getal=True),
            Kolom("In gebruik", is_getal=True),
            Kolom("Rest", is_getal=True),
            Kolom("Rest (%)", is_getal=True, decimalen=1),
            Kolom("Balans"),
        ),
        rijen=lambda beeld: [_tell_balans(som) for som in _list_balans(beeld)],
        trappen=_list_steps,
    )


def _list_balans(beeld: Stroombeeld) -> Sequence[Stroomsom]:
    """Everything together, then each theme with its rows."""
    found = [replace(beeld.totaal, wat=Naamkaart("", "Alle thema's"))]
    for thema in beeld.themas:
        found += [thema, *(som for som in beeld.rijen if som.thema == thema.wat)]
    return found


def _list_steps(beeld: Stroombeeld) -> tuple[tuple[int | None, ...], ...]:
    """A deeper colour where a balance does not close; none at all where each of them does."""
    sums = _list_balans(beeld)
    if all(som.sluiting is Sluiting.KLOPT for som in sums):
        return ()
    return tuple((None,) * 5 + (TRAPPEN[som.sluiting],) * 3 for som in sums)


def _tell_balans(som: Stroomsom) -> tuple[type_cell, ...]:
    balans = som.balans
    return (
        som.thema.naam if som.thema else som.wat.naam,
        som.wat.naam if som.thema else SAMEN.lower(),
        tidy_cell(balans.erin),
        tidy_cell(balans.eruit),
        tidy_cell(balans.gebleven),
        tidy_cell(balans.rest),
        round_cell(balans.deel * 100, 1),
        OORDELEN[som.sluiting],
    )


def make_kengetallen(feiten: Feiten) -> Figuur:
    """What one tonne of each material costs, where the row does not say so itself."""
    naam, titel = "stromen-kengetallen", "Rekenwaarden per ton materiaal"
    kolommen = (
        MATERIAAL,
        Kolom("Milieukosten (euro per ton)", is_getal=True),
        Kolom("Broeikasgas (kg CO2-equivalent per ton)", is_getal=True),
        Kolom("Jaar"),
    )
    analyse = feiten.programma.grondstofstromen
    if analyse is None or not analyse.kengetallen:
        zin = "Er zijn geen rekenwaarden ingevuld."
        return Figuur(naam, titel, zin, None, Tabel(naam, titel, kolommen, ()))
    names = {term.id: term.naam for term in feiten.programma.termen("materiaal")}
    rijen = tuple(
        (names.get(item.materiaal, item.materiaal), item.mki_eur_per_ton, item.co2_kg_per_ton,
         item.jaar)
        for item in analyse.kengetallen
    )  # fmt: skip
    return Figuur(
        naam=naam,
        titel=titel,
        zin="Staat er bij een stroom zelf een getal per ton, dan gaat dat voor.",
        grafiek=None,
        tabel=Tabel(naam, titel, kolommen, rijen),
        afkomst=tell_afkomst(feiten, analyse, *analyse.kengetallen),
    )
