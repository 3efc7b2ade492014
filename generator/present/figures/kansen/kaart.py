"""The map of opportunities: support against impact, by kind of gain."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Final

from generator.derive.feiten import Feiten
from generator.derive.feiten.kansen import Kansfeit, Kansfeiten
from generator.model.herkomst import Herkomstvelden
from generator.present.charts.basis import REFERENTIE, choose_kleur, type_figure
from generator.present.charts.bubbles import Bel, Bellengroep, chart_bubbles
from generator.present.escape import escape_label
from generator.present.figures.basis import Figuur, tell_afkomst
from generator.present.figures.kansen.zinnen import tell_kaart
from generator.present.formats import format_score
from generator.present.tables import Kolom, Tabel, type_cell

SYMBOLEN: Final = ("circle", "diamond", "square", "triangle-up", "cross", "star")
X_TITEL, Y_TITEL = "Draagvlak (1 = weinig, 5 = veel)", "Impact (1 = klein, 5 = groot)"
BEL: Final = 24
"""Diameter of the largest bubble: many stand close together."""
RAND: Final = 0.4
"""Room beside the outermost bubbles, in steps of support."""
DICHTBIJ: Final = Decimal("0.5")
"""Bubbles of equal impact whose support differs less would cover each other's number."""
UITWIJKEN: Final = (Decimal(0), Decimal("0.3"), Decimal("-0.3"))
"""How far such bubbles are moved up or down; the table and the words give the score itself."""


def make_kaart(feiten: Feiten) -> Figuur:
    """The map: support, impact, influence and kind of gain of each opportunity."""
    kansen = feiten.kansen
    shown = [feit for feit in kansen.kansen if feit.draagvlak] if kansen else []
    around = feiten.programma.draagvlak or Herkomstvelden()
    return Figuur(
        naam="kansen-kaart",
        titel="Kansenkaart: draagvlak en impact",
        zin=tell_kaart(kansen) if kansen else "Er zijn nog geen kansen.",
        grafiek=_chart_kaart(feiten, kansen, shown) if kansen else None,
        tabel=_make_table(feiten, shown),
        afkomst=tell_afkomst(feiten, around, *(feit.kans for feit in shown)),
        is_hoog=True,
    )


def _make_table(feiten: Feiten, shown: Sequence[Kansfeit]) -> Tabel:
    kolommen = (
        Kolom("Nummer"),
        Kolom("Kans"),
        Kolom("Soort winst"),
        Kolom("Draagvlak vooraf", is_getal=True, decimalen=1),
        Kolom("Draagvlak", is_getal=True, decimalen=1),
        Kolom("Aantal mensen", is_getal=True),
        Kolom("Impact", is_getal=True),
        Kolom("Invloed"),
        Kolom("Vak"),
    )
    soorten, invloeden = (_name_termen(feiten, name) for name in ("soort_winst", "invloed"))
    rijen = tuple(_make_row(feit, soorten, invloeden) for feit in shown)
    return Tabel("kansen-kaart", "Kansen met draagvlak en impact", kolommen, rijen)


def _name_termen(feiten: Feiten, woordenlijst: str) -> dict[str, str]:
    return {term.id: term.naam for term in feiten.programma.termen(woordenlijst)}


def _make_row(
    feit: Kansfeit, soorten: Mapping[str, str], invloeden: Mapping[str, str]
) -> tuple[type_cell, ...]:
    kans = feit.kans
    return (
        kans.id,
        kans.titel,
        soorten.get(kans.soort, kans.soort),
        feit.voor.score if feit.voor else None,
        feit.draagvlak.score if feit.draagvlak else None,
        feit.draagvlak.n if feit.draagvlak else None,
        kans.impactscore,
        invloeden.get(kans.invloed, kans.invloed),
        feit.kwadrant.naam if feit.kwadrant else None,
    )


def _chart_kaart(feiten: Feiten, kansen: Kansfeiten, shown: Sequence[Kansfeit]) -> type_figure:
    heights = _spread(shown)
    invloeden = _name_termen(feiten, "invloed")
    groepen = [
        Bellengroep(
            term.naam,
            choose_kleur(term.kleur, place),
            SYMBOLEN[place % len(SYMBOLEN)],
            [
                _make_bel(feit, feit.draagvlak.score, heights[feit.kans.id], invloeden)
                for feit in shown
                if feit.draagvlak and feit.kans.soort == term.id
            ],
        )
        for place, term in enumerate(feiten.programma.termen("soort_winst"))
    ]
    chart = chart_bubbles(
        [groep for groep in groepen if groep.bellen],
        X_TITEL,
        Y_TITEL,
        grootste=BEL,
        **_lay_out_kaart(kansen),
    )
    # Beside its bubble a number stays clear of the bubble above it.
    beside = [{**trace, "textposition": "middle right"} for trace in chart["data"]]
    return {**chart, "data": beside}


def _spread(shown: Sequence[Kansfeit]) -> dict[str, Decimal]:
    """The height of each bubble: its impact, moved a little where neighbours would cover it."""
    heights: dict[str, Decimal] = {}
    lanes: dict[int, list[Decimal]] = {}
    known = [(feit.draagvlak.score, feit.kans) for feit in shown if feit.draagvlak]
    for score, kans in sorted(known, key=lambda pair: (pair[0], pair[1].id)):
        # Per lane the score of its last bubble: the first with room is used, else the emptiest.
        last = lanes.setdefault(kans.impactscore, [Decimal(-9)] * len(UITWIJKEN))
        free = [lane for lane, place in enumerate(last) if score - place >= DICHTBIJ]
        lane = free[0] if free else last.index(min(last))
        last[lane] = score
        heights[kans.id] = kans.impactscore + UITWIJKEN[lane]
    return heights


def _make_bel(feit: Kansfeit, score: Decimal, height: Decimal, invloeden: Mapping[str, str]) -> Bel:
    kans = feit.kans
    invloed = invloeden.get(kans.invloed, kans.invloed).lower()
    tekst = (
        f"{kans.id} {kans.titel}: draagvlak {format_score(score)}, impact {kans.impactscore}, "
        f"invloed {invloed}"
    )
    return Bel(kans.id, score, height, feit.gewicht, tekst)


def _lay_out_kaart(kansen: Kansfeiten) -> type_figure:
    """The whole scale of impact, the used part of that of support, two lines and four names."""
    scores = [feit.draagvlak.score for feit in kansen.kansen if feit.draagvlak]
    left = float(min([*scores, kansen.grens_draagvlak])) - RAND
    right = float(max([*scores, kansen.grens_draagvlak])) + RAND
    x, y = float(kansen.grens_draagvlak), float(kansen.grens_impact)
    line = {"color": REFERENTIE, "width": 1.5, "dash": "dash"}
    top, bottom = 5.85, 0.2
    corners = ((right, top), (left, top), (right, bottom), (left, bottom))
    return {
        "legend": {"itemsizing": "constant"},
        "xaxis": {
            "title": {"text": X_TITEL, "font": {"size": 14}},
            "range": [left, right],
            "dtick": 1,
        },
        "yaxis": {"title": {"text": Y_TITEL}, "range": [0, 6.1], "tickvals": [1, 2, 3, 4, 5]},
        "shapes": [
            {"type": "line", "x0": x, "x1": x, "yref": "paper", "y0": 0, "y1": 1, "line": line},
            {"type": "line", "y0": y, "y1": y, "xref": "paper", "x0": 0, "x1": 1, "line": line},
        ],
        "annotations": [
            {"x": place, "y": height, "xanchor": "right" if place == right else "left",
             "showarrow": False, "text": escape_label(vak.term.naam),
             "font": {"color": "kleur-zacht", "weight": 700}}
            for vak, (place, height) in zip(kansen.kwadranten, corners, strict=False)
        ],
    }  # fmt: skip
