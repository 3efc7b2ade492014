"""The verdict on each indicator: computed, by hand, or as reported."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from decimal import Decimal
from fractions import Fraction

from generator.derive.feiten import Indicatorfeiten
from generator.derive.feiten.koers import Doorrekening, Koersfeiten, Lijnpunt, Tempo
from generator.model.basis import Editie
from generator.model.indicatoren import Indicator
from generator.model.oordelen import find_gegeven
from generator.model.programma import Programma
from generator.model.regels.besluiten import list_vraagt_besluit
from generator.model.regels.doorrekening import (
    Lijn,
    find_year,
    fit_line,
    list_corners,
    list_limits,
    read_year,
)
from generator.model.regels.getallen import as_decimal
from generator.model.regels.koers import TEKENS, Koers, judge_indicator, read_grenzen, type_moment
from generator.model.regels.metingen import list_comparable
from generator.model.vaststelling import Indicatorstand, Vaststelling


def derive_koers(
    programma: Programma,
    indicatoren: Mapping[str, Indicatorfeiten],
    stand: Vaststelling | None,
    *,
    editie: Editie,
    peildatum: date,
) -> Mapping[str, Indicatorfeiten]:
    """The indicators with their verdict, by id.

    Everyone sees the verdict of the report, or none. Source: READERS 4, rule 1.
    """
    grenzen = read_grenzen(programma)
    asking = list_vraagt_besluit(programma, "indicatorstatus")
    reported = {item.indicator: item for item in stand.indicatoren} if stand else {}
    found = {}
    for identifier, feit in indicatoren.items():
        som = judge_indicator(feit.indicator, grenzen, peildatum)
        koers = (
            _judge_now(feit.indicator, som, peildatum)
            if editie is Editie.INTERN
            else _repeat(reported.get(identifier), som)
        )
        asks = koers.status is not None and koers.status.value in asking
        koers = _measure_pace(replace(koers, vraagt_besluit=asks), feit.indicator, peildatum)
        lijn = _draw_line(feit.indicator, programma, peildatum)
        koers = _extend(koers, lijn, feit.indicator, programma, peildatum) if lijn else koers
        is_drawn = editie is Editie.INTERN
        found[identifier] = replace(feit, koers=koers if is_drawn else replace(koers, tekening=()))
    return found


def _draw_line(indicator: Indicator, programma: Programma, peildatum: date) -> Lijn | None:
    punten = [
        (meting.jaar, Fraction(meting.waarde))
        for meting in list_comparable(indicator, peildatum)
        if meting.waarde is not None
    ]
    return fit_line(punten, programma.gegevens.punten_doorrekening)


def _list_coming(indicator: Indicator, laatste: int, peildatum: date) -> dict[int, Decimal]:
    """The targets that are neither past nor measured, by year."""
    ordered = sorted(indicator.streefwaarden, key=lambda item: item.jaar)
    return {
        item.jaar: item.waarde
        for item in ordered
        if item.jaar > laatste and item.jaar >= peildatum.year
    }


def _measure_pace(koers: Koersfeiten, indicator: Indicator, peildatum: date) -> Koersfeiten:
    """The verdict with its paces: what was asked, what was done, what is asked from now on."""
    som = koers.som
    if som.nulmeting is None or som.laatste is None:
        return koers
    years, sign = som.laatste[0] - som.nulmeting[0], TEKENS[indicator.richting]
    coming = list(_list_coming(indicator, som.laatste[0], peildatum).items())
    ends = coming[:1] + coming[1:][-1:]
    return replace(
        koers,
        tempo_nodig=_per_year(som.nodig, years),
        tempo_gerealiseerd=_per_year(som.gerealiseerd, years),
        tempo_vanaf_nu=tuple(
            Tempo(jaar, doel, as_decimal(_find_tempo(som.laatste, jaar, doel)))
            for jaar, doel in ends
            if sign and (Fraction(doel) - som.laatste[1]) * sign > 0
        ),
    )


def _per_year(change: Fraction | None, years: int) -> Decimal | None:
    return None if change is None or not years else as_decimal(change / years)


def _find_tempo(laatste: type_moment, jaar: int, doel: Decimal) -> Fraction:
    return (Fraction(doel) - laatste[1]) / (jaar - laatste[0])


def _extend(
    koers: Koersfeiten, lijn: Lijn, indicator: Indicator, programma: Programma, peildatum: date
) -> Koersfeiten:
    """The verdict with what the line gives for the targets to come and the final ambition."""
    limits = list_limits(indicator)
    targets = _list_coming(indicator, lijn.laatste[0], peildatum)
    horizon = max((item.jaar for item in programma.gegevens.eindambities), default=0)
    years = sorted({*targets, *([horizon] if horizon > lijn.laatste[0] else [])})
    drawn = list_corners(lijn, limits, targets)
    return replace(
        koers,
        lijn=lijn,
        doorrekening=tuple(
            _read_target(lijn, indicator, jaar, targets.get(jaar)) for jaar in years
        ),
        tekening=tuple(
            Lijnpunt(jaar, *map(as_decimal, read_year(lijn, jaar, limits))) for jaar in drawn
        ),
    )


def _read_target(lijn: Lijn, indicator: Indicator, jaar: int, doel: Decimal | None) -> Doorrekening:
    sign = TEKENS[indicator.richting]
    verwacht, laag, hoog = read_year(lijn, jaar, list_limits(indicator))
    asked = None if doel is None else Fraction(doel)
    return Doorrekening(
        jaar=jaar,
        doel=doel,
        verwacht=as_decimal(verwacht),
        laag=as_decimal(laag),
        hoog=as_decimal(hoog),
        wordt_gehaald=(verwacht - asked) * sign >= 0 if asked is not None and sign else None,
        bereikt_in=None if asked is None else find_year(lijn, asked, indicator),
        tempo_nodig=None if doel is None else as_decimal(_find_tempo(lijn.laatste, jaar, doel)),
    )


def _judge_now(indicator: Indicator, som: Koers, peildatum: date) -> Koersfeiten:
    given = find_gegeven(indicator.oordeel_handmatig, peildatum)
    return Koersfeiten(
        som=som,
        status=given.waarde if given else som.status,
        handmatig=given,
        is_met_de_hand=given is not None,
    )


def _repeat(said: Indicatorstand | None, som: Koers) -> Koersfeiten:
    if said is None:
        return Koersfeiten(som=som)
    return Koersfeiten(
        som=som,
        status=said.indicatorstatus,
        is_met_de_hand=said.met_de_hand,
        toelichting=said.toelichting,
    )
