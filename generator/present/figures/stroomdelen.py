"""Figures of the material flows by part: origin, destination, balance and quality."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from typing import Final, NamedTuple

from generator.derive.feiten import Feiten
from generator.derive.feiten.stromen import Aandeel, Naamkaart, Stroombeeld, Stroomsom
from generator.model.rekenregels import Sluiting
from generator.present.charts import Laag, chart_stacked, type_figure
from generator.present.figures.basis import Figuur, tell_afkomst
from generator.present.figures.stroombasis import make_figuur, round_cell, tidy
from generator.present.figures.stroomzinnen import (
    show_pct,
    show_ton,
    tell_balans,
    tell_bestemming,
    tell_herkomst,
    tell_kwaliteit,
)
from generator.present.tables import Kolom, Tabel, type_cell

SAMEN = "Alles samen"
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


class _Verdeling(NamedTuple):
    """A division of every theme into parts: its words, the parts of all, and those of a sum."""

    naam: str
    titel: str
    zin: Callable[[Stroombeeld], str]
    delen: Callable[[Stroombeeld], Sequence[Aandeel]]
    lees: Callable[[Stroomsom], Mapping[str, Decimal]]


def _stack(beeld: Stroombeeld, shares: Sequence[Aandeel], verdeling: _Verdeling) -> type_figure:
    """Per theme and for all together the parts of its own whole."""
    sums = [beeld.totaal, *beeld.themas]
    wholes = [sum(verdeling.lees(som).values(), Decimal(0)) for som in sums]
    lagen = []
    for index, share in enumerate(shares, start=1):
        tonnes = [verdeling.lees(som)[share.wat.id] for som in sums]
        parts = [
            ton * 100 / whole if whole else Decimal(0)
            for ton, whole in zip(tonnes, wholes, strict=True)
        ]
        words = [
            f"{show_pct(part)} ({show_ton(ton)})" for part, ton in zip(parts, tonnes, strict=True)
        ]
        lagen.append(Laag(share.wat.naam, parts, words, f"kleur-{share.wat.kleur or index}"))
    return chart_stacked([SAMEN, *(som.wat.naam for som in beeld.themas)], lagen)


def _make_stack(feiten: Feiten, verdeling: _Verdeling) -> Figuur:
    """Stacked bars; what nothing came from or went to is left out."""
    beeld = feiten.stromen.beeld if feiten.stromen else None
    used = [item for item in verdeling.delen(beeld) if item.ton] if beeld else []

    def list_rows(beeld: Stroombeeld) -> list[tuple[type_cell, ...]]:
        names = [SAMEN, *(som.wat.naam for som in beeld.themas)]
        return [
            (naam, *(tidy(verdeling.lees(som)[share.wat.id]) for share in used))
            for naam, som in zip(names, [beeld.totaal, *beeld.themas], strict=True)
        ]

    return make_figuur(
        feiten,
        verdeling.naam,
        titel=verdeling.titel,
        zin=verdeling.zin,
        grafiek=lambda beeld: _stack(beeld, used, verdeling),
        kolommen=(
            Kolom("Thema"),
            *(Kolom(f"{share.wat.naam} (ton)", is_getal=True) for share in used),
        ),
        rijen=list_rows,
    )


def make_herkomst(feiten: Feiten) -> Figuur:
    """Where the material of each theme came from."""
    return _make_stack(
        feiten,
        _Verdeling(
            "stromen-herkomst",
            "Waar het materiaal vandaan komt",
            tell_herkomst,
            lambda beeld: beeld.herkomsten,
            lambda som: som.herkomst,
        ),
    )


def make_bestemming(feiten: Feiten) -> Figuur:
    """Where the material of each theme went."""
    return _make_stack(
        feiten,
        _Verdeling(
            "stromen-bestemming",
            "Waar het materiaal heen gaat",
            tell_bestemming,
            lambda beeld: beeld.bestemmingen,
            lambda som: som.bestemming,
        ),
    )


def make_balans(feiten: Feiten) -> Figuur:
    """In, out and in use per row, with what is not explained."""
    return make_figuur(
        feiten,
        "stromen-balans",
        titel="Balans per thema en materiaal, in ton",
        zin=tell_balans,
        kolommen=(
            Kolom("Thema"),
            Kolom("Materiaal"),
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
        tidy(balans.erin),
        tidy(balans.eruit),
        tidy(balans.gebleven),
        tidy(balans.rest),
        round_cell(balans.deel * 100),
        OORDELEN[som.sluiting],
    )


def make_kwaliteit(feiten: Feiten) -> Figuur:
    """How well the numbers are founded, by weight."""
    dekking = feiten.stromen.dekking_pct if feiten.stromen else None

    def chart(beeld: Stroombeeld) -> type_figure:
        lagen = [
            Laag(
                item.wat.naam,
                [item.pct],
                [f"{show_pct(item.pct)} ({show_ton(item.ton)})"],
                f"kleur-{item.wat.kleur or index}",
            )
            for index, item in enumerate(beeld.kwaliteiten, start=1)
        ]
        return chart_stacked(["Gewicht"], lagen)

    return make_figuur(
        feiten,
        "stromen-kwaliteit",
        titel="Hoe goed de getallen zijn",
        zin=lambda beeld: tell_kwaliteit(beeld, dekking),
        grafiek=chart,
        kolommen=(
            Kolom("Kwaliteit"),
            Kolom("Erin (ton)", is_getal=True),
            Kolom("Deel van het gewicht (%)", is_getal=True, decimalen=1),
        ),
        rijen=lambda beeld: [
            (item.wat.naam, tidy(item.ton), round_cell(item.pct)) for item in beeld.kwaliteiten
        ],
    )


def make_kengetallen(feiten: Feiten) -> Figuur:
    """What one tonne of each material costs, where the row does not say so itself."""
    naam, titel = "stromen-kengetallen", "Rekenwaarden per ton materiaal"
    kolommen = (
        Kolom("Materiaal"),
        Kolom("Milieukosten (euro per ton)", is_getal=True),
        Kolom("Broeikasgas (kg CO2-equivalent per ton)", is_getal=True),
        Kolom("Jaar"),
    )
    analyse = feiten.programma.grondstofstromen
    if analyse is None or not analyse.kengetallen:
        zin = "Er zijn geen rekenwaarden ingevuld."
        return Figuur(naam, titel, zin, None, Tabel(naam, titel, kolommen, ()))
    names = {
        term.id: term.naam
        for lijst in feiten.programma.woordenlijsten
        if lijst.id == "materiaal"
        for term in lijst.termen
    }
    afkomst = tell_afkomst(feiten, analyse, *analyse.kengetallen)
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
        bronnen=afkomst.bronnen,
        stand=afkomst.stand,
        is_illustratief=afkomst.is_illustratief,
    )
