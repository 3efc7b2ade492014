"""Figures of procurement: money, impact, criteria and the moments of choice."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal
from typing import Final

from generator.derive.feiten import Feiten
from generator.derive.feiten.inkoop import Inkoopfeiten, Postfeiten
from generator.present.charts import (
    HOOFD,
    REFERENTIE,
    Bel,
    Bellengroep,
    Laag,
    chart_bubbles,
    chart_stacked,
    name_kleur,
    type_figure,
)
from generator.present.figures.basis import Figuur, tell_afkomst, type_maker
from generator.present.figures.inkoopzinnen import (
    GEEN_INKOOP,
    MILJOEN,
    show_co2,
    show_eur,
    tell_criteria,
    tell_impact,
    tell_kalender,
    tell_segmenten,
)
from generator.present.figures.stroomzinnen import show_pct
from generator.present.formats import format_getal, format_periode, round_half_up
from generator.present.tables import Kolom, Tabel, type_cell

SEGMENT = Kolom("Segment")
EURO = Kolom("Uitgaven (euro)", is_getal=True, decimalen=0)
TON = Kolom("Uitstoot (ton CO2)", is_getal=True, decimalen=0)
DEEL = Kolom("Deel van de uitstoot (%)", is_getal=True, decimalen=1)
TE_BESPAREN = Kolom("Naar schatting te besparen (ton CO2)", is_getal=True, decimalen=0)
RUIMTE: Final = 1.18
"""How far an axis runs past the largest value."""
GENOEMD: Final = 10
"""From this percent of the money a bubble has its name beside it, as well as the heavy ones."""


def _make(  # noqa: PLR0913 - a figure has these parts, all named
    feiten: Feiten,
    naam: str,
    *,
    titel: str,
    zin: Callable[[Inkoopfeiten], str],
    kolommen: Sequence[Kolom],
    rijen: Callable[[Inkoopfeiten], Sequence[tuple[type_cell, ...]]],
    grafiek: Callable[[Inkoopfeiten], type_figure] | None = None,
    is_hoog: bool = False,
) -> Figuur:
    """A figure of procurement; without any row a sentence that says so."""
    inkoop, analyse = feiten.inkoop, feiten.programma.inkoop
    if inkoop is None or analyse is None:
        return Figuur(naam, titel, GEEN_INKOOP, None, Tabel(naam, titel, tuple(kolommen), ()))
    afkomst = tell_afkomst(feiten, analyse, *(feit.post for feit in inkoop.posten))
    return Figuur(
        naam=naam,
        titel=titel,
        zin=zin(inkoop),
        grafiek=grafiek(inkoop) if grafiek else None,
        tabel=Tabel(naam, f"{titel}, {inkoop.jaar}", tuple(kolommen), tuple(rijen(inkoop))),
        bronnen=afkomst.bronnen,
        stand=afkomst.stand,
        is_illustratief=afkomst.is_illustratief,
        is_hoog=is_hoog,
    )


def make_segmenten(feiten: Feiten) -> Figuur:
    """Spending against impact per euro; the size is the impact in all."""
    return _make(
        feiten,
        "inkoop-segmenten",
        titel="Uitgaven en uitstoot per segment",
        zin=tell_segmenten,
        grafiek=_draw_segmenten,
        kolommen=(
            SEGMENT,
            EURO,
            Kolom("Deel van de uitgaven (%)", is_getal=True, decimalen=1),
            Kolom("Uitstoot per euro (kg CO2)", is_getal=True),
            TON,
            DEEL,
        ),
        rijen=lambda inkoop: [
            (
                feit.segment.naam,
                feit.post.uitgaven_eur,
                round_half_up(feit.uitgaven_pct, 1),
                feit.post.co2_kg_per_eur,
                round_half_up(feit.impact_ton, 0),
                round_half_up(feit.impact_pct, 1),
            )
            for feit in inkoop.posten
        ],
        is_hoog=True,
    )


def _draw_segmenten(inkoop: Inkoopfeiten) -> type_figure:
    bellen = [
        Bel(
            naam=_name_bubble(feit),
            x=feit.post.uitgaven_eur / MILJOEN,
            y=feit.post.co2_kg_per_eur,
            grootte=feit.impact_ton,
            tekst=(
                f"{feit.segment.naam}: {show_eur(feit.post.uitgaven_eur)}, "
                f"{format_getal(feit.post.co2_kg_per_eur)} kg CO2 per euro, "
                f"samen {show_co2(feit.impact_ton)}"
            ),
        )
        for feit in inkoop.posten
    ]
    groep = Bellengroep("Segment", HOOFD, "circle", bellen)
    x_titel, y_titel = "Uitgaven (miljoen euro)", "Uitstoot per euro (kg CO2)"
    return chart_bubbles(
        [groep],
        x_titel,
        y_titel,
        xaxis={"title": {"text": x_titel}, "range": _make_room([bel.x for bel in bellen])},
        yaxis={"title": {"text": y_titel}, "range": _make_room([bel.y for bel in bellen])},
    )


def _make_room(values: Sequence[Decimal | int]) -> list[float]:
    """An axis from zero with room beside the largest bubble for its name."""
    return [0, float(max(values)) * RUIMTE or 1]


def _name_bubble(feit: Postfeiten) -> str:
    """The name beside a bubble; small ones would cover each other, the table names them."""
    return feit.segment.naam if feit.is_kern or feit.uitgaven_pct >= GENOEMD else ""


def make_impact(feiten: Feiten) -> Figuur:
    """The impact per segment, the most first, with the part that can be saved."""
    return _make(
        feiten,
        "inkoop-impact",
        titel="Uitstoot en mogelijke besparing per segment",
        zin=tell_impact,
        grafiek=_draw_impact,
        kolommen=(
            SEGMENT,
            TON,
            DEEL,
            Kolom("Opgeteld (%)", is_getal=True, decimalen=1),
            TE_BESPAREN,
        ),
        rijen=lambda inkoop: [
            (
                feit.segment.naam,
                round_half_up(feit.impact_ton, 0),
                round_half_up(feit.impact_pct, 1),
                round_half_up(feit.samen_pct, 1),
                _round(feit.potentieel_ton),
            )
            for feit in inkoop.posten
        ],
    )


def _round(value: Decimal | None) -> Decimal | None:
    return None if value is None else round_half_up(value, 0)


def _draw_impact(inkoop: Inkoopfeiten) -> type_figure:
    te_besparen = [feit.potentieel_ton or Decimal(0) for feit in inkoop.posten]
    overig = [feit.impact_ton - part for feit, part in zip(inkoop.posten, te_besparen, strict=True)]
    return chart_stacked(
        [f"{feit.segment.naam} ({show_pct(feit.impact_pct)})" for feit in inkoop.posten],
        [
            Laag(
                "Naar schatting te besparen", te_besparen, list(map(show_co2, te_besparen)), HOOFD
            ),
            Laag("Overige uitstoot", overig, list(map(show_co2, overig)), REFERENTIE),
        ],
    )


def make_criteria(feiten: Feiten) -> Figuur:
    """The part of the contracts with a circular criterion, by level of ambition."""
    return _make(
        feiten,
        "inkoop-criteria",
        titel="Contracten met een circulaire eis of wens",
        zin=tell_criteria,
        grafiek=_draw_criteria,
        kolommen=(
            SEGMENT,
            Kolom("Contracten", is_getal=True),
            Kolom("Met eis of wens", is_getal=True),
            Kolom("Deel (%)", is_getal=True, decimalen=0),
            Kolom("Ambitieniveau"),
            Kolom("Uitgaven met eis of wens (euro)", is_getal=True, decimalen=0),
        ),
        rijen=_list_criteria,
    )


def _list_criteria(inkoop: Inkoopfeiten) -> list[tuple[type_cell, ...]]:
    names = {regel.wat.id: regel.wat.naam for regel in inkoop.ambities if regel.wat.id}
    rows: list[tuple[type_cell, ...]] = [
        (
            feit.segment.naam,
            feit.post.aantal_contracten,
            feit.post.contracten_met_criterium,
            _round(feit.contracten_pct),
            names.get(feit.post.ambitieniveau or ""),
            feit.post.uitgaven_met_criterium_eur,
        )
        for feit in inkoop.posten
    ]
    money = inkoop.met_criterium_eur if inkoop.criterium_pct is not None else None
    pct = _round(inkoop.contracten_pct)
    return [("Alles samen", inkoop.contracten, inkoop.contracten_met, pct, None, money), *rows]


def _draw_criteria(inkoop: Inkoopfeiten) -> type_figure:
    """Bars of percents: all contracts by level, and each segment in the colour of its level."""
    lagen = []
    for place, regel in enumerate(inkoop.ambities):
        shares = [
            feit.contracten_pct or Decimal(0)
            if (feit.post.ambitieniveau or "") == regel.wat.id
            else Decimal(0)
            for feit in inkoop.posten
        ]
        waarden = [regel.pct, *shares]
        kleur = name_kleur(regel.wat.kleur or place + 1) if regel.wat.id else REFERENTIE
        lagen.append(Laag(regel.wat.naam, waarden, list(map(show_pct, waarden)), kleur))
    names = [
        ("Alles samen", inkoop.contracten_pct),
        *((feit.segment.naam, feit.contracten_pct) for feit in inkoop.posten),
    ]
    told = [naam if pct is None else f"{naam} ({show_pct(pct)})" for naam, pct in names]
    return chart_stacked(told, lagen)


def make_kalender(feiten: Feiten) -> Figuur:
    """Contracts that end, by date: each is a moment to choose again."""
    return _make(
        feiten,
        "inkoop-kalender",
        titel="Keuzemomenten: contracten die aflopen",
        zin=tell_kalender,
        kolommen=(Kolom("Loopt tot en met"), SEGMENT, EURO, TON, DEEL, TE_BESPAREN),
        rijen=lambda inkoop: [
            (
                format_periode(feit.post.contract_eind) if feit.post.contract_eind else None,
                feit.segment.naam,
                feit.post.uitgaven_eur,
                round_half_up(feit.impact_ton, 0),
                round_half_up(feit.impact_pct, 1),
                _round(feit.potentieel_ton),
            )
            for feit in inkoop.kalender
        ],
    )


MAKERS: Final[Mapping[str, type_maker]] = {
    "inkoop-segmenten": make_segmenten,
    "inkoop-impact": make_impact,
    "inkoop-criteria": make_criteria,
    "inkoop-kalender": make_kalender,
}
"""The figures of this subject, by name."""
