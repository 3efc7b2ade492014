"""Figures of parts of the whole: by origin, by destination, and by how good the numbers are."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal
from typing import NamedTuple

from generator.derive.feiten import Feiten
from generator.derive.feiten.stromen import Aandeel, Stroombeeld, Stroomsom
from generator.model.regels.getallen import percent
from generator.present.charts.bars import Laag, chart_stacked
from generator.present.charts.basis import choose_kleur, type_figure
from generator.present.figures.basis import Figuur, make_figuur
from generator.present.figures.stromen.basis import (
    DEEL_GEWICHT,
    ERIN,
    SAMEN,
    THEMA,
    take_stromen,
)
from generator.present.figures.stromen.zinnen import tell_bestemming, tell_herkomst, tell_kwaliteit
from generator.present.formats import format_aandeel, format_ton
from generator.present.tables import Kolom, round_cell, tidy_cell, type_cell


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
    for place, share in enumerate(shares):
        tonnes = [verdeling.lees(som)[share.wat.id] for som in sums]
        parts = [percent(ton, whole) for ton, whole in zip(tonnes, wholes, strict=True)]
        words = [
            f"{format_aandeel(part)} ({format_ton(ton)})"
            for part, ton in zip(parts, tonnes, strict=True)
        ]
        lagen.append(Laag(share.wat.naam, parts, words, choose_kleur(share.wat.kleur, place)))
    return chart_stacked([SAMEN, *(som.wat.naam for som in beeld.themas)], lagen)


def _make_stack(feiten: Feiten, verdeling: _Verdeling) -> Figuur:
    """Stacked bars; what nothing came from or went to is left out."""
    beeld = feiten.stromen.beeld if feiten.stromen else None
    used = [item for item in verdeling.delen(beeld) if item.ton] if beeld else []

    def list_rows(beeld: Stroombeeld) -> list[tuple[type_cell, ...]]:
        names = [SAMEN, *(som.wat.naam for som in beeld.themas)]
        return [
            (naam, *(tidy_cell(verdeling.lees(som)[share.wat.id]) for share in used))
            for naam, som in zip(names, [beeld.totaal, *beeld.themas], strict=True)
        ]

    return make_figuur(
        take_stromen(feiten),
        verdeling.naam,
        titel=verdeling.titel,
        zin=verdeling.zin,
        grafiek=lambda beeld: _stack(beeld, used, verdeling),
        kolommen=(
            THEMA,
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


def make_kwaliteit(feiten: Feiten) -> Figuur:
    """How well the numbers are founded, by weight."""
    dekking = feiten.stromen.dekking_pct if feiten.stromen else None
    return make_figuur(
        take_stromen(feiten),
        "stromen-kwaliteit",
        titel="Hoe goed de getallen zijn",
        zin=lambda beeld: tell_kwaliteit(beeld, dekking),
        grafiek=_chart_kwaliteit,
        kolommen=(
            Kolom("Kwaliteit"),
            ERIN,
            DEEL_GEWICHT,
        ),
        rijen=lambda beeld: [
            (item.wat.naam, tidy_cell(item.ton), round_cell(item.pct, 1))
            for item in beeld.kwaliteiten
        ],
    )


def _chart_kwaliteit(beeld: Stroombeeld) -> type_figure | None:
    """One bar by quality; a single quality would be one bar of one colour, which shows nothing."""
    if len(beeld.kwaliteiten) == 1:
        return None
    lagen = [
        Laag(
            item.wat.naam,
            [item.pct],
            [f"{format_aandeel(item.pct)} ({format_ton(item.ton)})"],
            choose_kleur(item.wat.kleur, place),
        )
        for place, item in enumerate(beeld.kwaliteiten)
    ]
    return chart_stacked(["Gewicht"], lagen)
