"""The verdict on an indicator in words: what it is, why, and what the pace would bring."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Final

from generator.derive.feiten import Feiten, Indicatorfeiten, Reeksfeiten
from generator.derive.feiten.koers import Doorrekening
from generator.model.basis import Editie, Indicatorstatus
from generator.model.datums import Periode
from generator.model.indicatoren import Indicator
from generator.model.regels.doorrekening import LAATSTE_ANTWOORD, MINSTE_PUNTEN
from generator.model.regels.getallen import as_decimal
from generator.model.regels.koers import Grond, type_grenzen, type_moment
from generator.present.formats import (
    count_decimalen,
    format_getal,
    format_opsomming,
    format_precies,
    format_verwacht,
    format_waarde,
    round_half_up,
)

CAVEAT: Final = "Dit is een doorrekening, geen voorspelling."
"""What stands beside every number or word about years to come. Source: READERS 4, rule 9."""

EXTRA_CIJFERS: Final = 1
"""Digits that a computed number in words or a list may have beyond those of the measurement."""

MEER_CIJFERS: Final = 6
"""The most digits behind the comma with which a percentage is told apart from a bound."""


def tell_oordeel(feiten: Feiten, feit: Indicatorfeiten) -> str:
    """The verdict in a sentence; for everyone that of the report, with what is done about it.

    Empty without a verdict. Source: READERS 4, rule 1.
    """
    koers = feit.koers
    if koers.status is None:
        return ""
    namen = {item.id: item.naam for item in feiten.programma.termen("indicatorstatus")}
    naam = namen.get(koers.status.value, koers.status.value)
    by_hand = " (met de hand gegeven)" if koers.is_met_de_hand else ""
    rapportages = {item.datum: item.rapportage for item in feiten.programma.vastgesteld}
    is_reported = feiten.editie is Editie.PUBLIEK and feiten.peildatum in rapportages
    bij = f" bij {rapportages[feiten.peildatum]}" if is_reported else ""
    zin = f"Oordeel{bij}: {naam}{by_hand}."
    return f"{zin} Wat we doen: {koers.toelichting}" if koers.toelichting else zin


def tell_ontbreekt(reeks: Reeksfeiten, volgende: Periode | None, peildatum: date) -> str:
    """That the newest value is not known yet, why, and when it is or was expected; else empty."""
    punt = reeks.ontbreekt
    if punt is None:
        return ""
    reden = f": {punt.reden.rstrip('.')}" if punt.reden else ""
    wanneer = ""
    if volgende:
        verwacht = format_verwacht(volgende, peildatum)
        wanneer = f" {verwacht[0].upper()}{verwacht[1:]}."
        if volgende.eind < peildatum:
            wanneer = f" De waarde {verwacht} en is er nog niet."
    return f"De waarde over {punt.jaar} is nog niet bekend{reden}.{wanneer}"


def tell_grond(feit: Indicatorfeiten) -> str:
    """Why the computed verdict is what it is, in plain words; empty where none was computed."""
    grond = feit.koers.som.grond
    return REDENEN[grond](feit) if grond else ""


def _show(moment: type_moment | None, indicator: Indicator) -> str:
    """A value with its unit; empty without one."""
    return show_waarde(moment[1], indicator) if moment else ""


def show_waarde(value: Fraction | Decimal, indicator: Indicator) -> str:
    """A computed value with its unit, in as many digits as it needs and readers can use."""
    return f"{format_precies(_exact(value), indicator.decimalen)}{_unit(indicator)}"


def show_verschil(
    value: Fraction | Decimal, indicator: Indicator, digits: int | None = None
) -> str:
    """The size of a computed change with its unit; percentages change by procentpunt."""
    exact = abs(_exact(value))
    shown = format_precies(exact, indicator.decimalen)
    if digits is not None:
        shown = format_getal(exact, digits)
    return f"{shown}{_unit(indicator, 'procentpunt')}"


def count_digits(
    values: Iterable[Fraction | Decimal], indicator: Indicator, extra: int = EXTRA_CIJFERS
) -> int:
    """Digits in which computed numbers stand together: at most `extra` more than were measured."""
    least = indicator.decimalen
    return count_decimalen(map(_exact, values), least, least + extra)


def _unit(indicator: Indicator, change: str = "") -> str:
    if indicator.eenheid != "%":
        return f"\N{NO-BREAK SPACE}{indicator.eenheid}"
    return f"\N{NO-BREAK SPACE}{change}" if change else "%"


def _exact(value: Fraction | Decimal) -> Decimal:
    return as_decimal(value) if isinstance(value, Fraction) else value


def _tell_tempo(feit: Indicatorfeiten) -> str:
    som, indicator = feit.koers.som, feit.indicator
    if som.nodig is None or som.gerealiseerd is None or not som.nulmeting or not som.laatste:
        return ""
    asked = "stijgen" if som.nodig > 0 else "dalen"
    done = "steeg" if som.gerealiseerd > 0 else "daalde"
    digits = count_digits([som.nodig, som.gerealiseerd], indicator)
    became = (
        f"{done} met {show_verschil(som.gerealiseerd, indicator, digits)}"
        if som.gerealiseerd
        else "bleef gelijk"
    )
    return (
        f"Van {som.nulmeting[0]} tot {som.laatste[0]} moest de waarde "
        f"{show_verschil(som.nodig, indicator, digits)} {asked}. De waarde {became}."
    )


def _tell_gehaald(feit: Indicatorfeiten) -> str:
    som = feit.koers.som
    return (
        f"De laatste meting ({_show(som.laatste, feit.indicator)}) haalt het doel van "
        f"{_show(som.doel, feit.indicator)}."
    )


def _tell_vlak(feit: Indicatorfeiten) -> str:
    som = feit.koers.som
    jaar = som.laatste[0] if som.laatste else ""
    became = "niet slechter" if som.status is Indicatorstatus.OP_KOERS else "slechter"
    return (
        f"Tot en met {jaar} vraagt het pad naar het doel nog geen verbetering. De laatste meting "
        f"is {became} dan het pad vraagt. Een deel van het nodige tempo is dan niet uit te rekenen."
    )


def _tell_tegenstrijdig(feit: Indicatorfeiten) -> str:
    som, indicator = feit.koers.som, feit.indicator
    return (
        f"Het doel ({_show(som.doel, indicator)}) is minder streng dan de nulmeting "
        f"({_show(som.nulmeting, indicator)}). Er is daarom geen tempo om mee te vergelijken. De "
        "laatste meting haalt het doel niet."
    )


def _tell_marge(feit: Indicatorfeiten) -> str:
    som, indicator = feit.koers.som, feit.indicator
    marge = (
        f"met een marge van {show_verschil(indicator.tolerantie, indicator)}"
        if indicator.tolerantie
        else "zonder marge"
    )
    is_within = som.grond is Grond.BINNEN_MARGE
    wijkt = "dat klopt met de afspraak" if is_within else "dat wijkt meer af dan is afgesproken"
    return (
        f"De waarde moet gelijk blijven aan {_show(som.doel, indicator)}, {marge}. "
        f"De laatste meting is {_show(som.laatste, indicator)}: {wijkt}."
    )


def _tell_voorbij(feit: Indicatorfeiten) -> str:
    """What the target was and what was measured; whether the year itself was measured yet."""
    som, indicator = feit.koers.som, feit.indicator
    if som.doel is None or som.laatste is None:
        return ""
    (doeljaar, _), (jaar, _) = som.doel, som.laatste
    told = (
        f"Het jaar van het doel ({doeljaar}) is voorbij. Het doel was "
        f"{_show(som.doel, indicator)}; de laatste meting is {_show(som.laatste, indicator)}"
    )
    if jaar >= doeljaar:
        return f"{told}."
    return f"{told} in {jaar}. De waarde over {doeljaar} is er nog niet."


REDENEN: Final[Mapping[Grond, Callable[[Indicatorfeiten], str]]] = {
    Grond.TEMPO: _tell_tempo,
    Grond.DOEL_GEHAALD: _tell_gehaald,
    Grond.PAD_VLAK: _tell_vlak,
    Grond.TEGENSTRIJDIG: _tell_tegenstrijdig,
    Grond.BINNEN_MARGE: _tell_marge,
    Grond.BUITEN_MARGE: _tell_marge,
    Grond.DOELJAAR_VOORBIJ: _tell_voorbij,
    Grond.GEEN_DOEL: lambda _: (
        "Er is geen doel in een getal. Daarom is er geen tempo om mee te vergelijken."
    ),
    Grond.GEEN_NULMETING: lambda _: (
        "Er is nog geen nulmeting. Daarom is er nog geen verandering om te beoordelen."
    ),
    Grond.GEEN_TWEEDE_METING: lambda _: (
        "Na de nulmeting is er nog geen waarde die daarmee te vergelijken is. "
        "Daarom is er nog geen oordeel over het tempo."
    ),
}
"""How each reason is told."""


def show_verhouding(verhouding: Fraction, grenzen: type_grenzen) -> str:
    """A part of the required pace in percent, never rounded to the other side of a bound."""
    percent = as_decimal(verhouding * 100)
    bounds = [as_decimal(bound * 100) for bound in grenzen.values()]
    for digits in range(MEER_CIJFERS):
        shown = round_half_up(percent, digits)
        if all((shown >= bound) == (percent >= bound) for bound in bounds):
            return format_waarde(shown, "%", digits)
    return format_waarde(percent, "%", MEER_CIJFERS)


def tell_lijn(feit: Indicatorfeiten) -> str:
    """What the line of a doorrekening is; empty without one."""
    lijn = feit.koers.lijn
    if lijn is None:
        return ""
    helling = as_decimal(lijn.helling)
    digits = count_digits([helling], feit.indicator)
    per_year = f"{show_verschil(helling, feit.indicator, digits)} per jaar"
    becomes = (
        f"{'stijgt' if helling > 0 else 'daalt'} de waarde {per_year}"
        if helling
        else "blijft de waarde gelijk"
    )
    band = (
        " De bandbreedte gaat uit van het laagste en het hoogste tempo tussen twee metingen."
        if lijn.aantal >= MINSTE_PUNTEN
        else " Met twee metingen is er maar één tempo, en dus nog geen bandbreedte."
    )
    fitted = "die zo dicht mogelijk langs" if lijn.aantal >= MINSTE_PUNTEN else "door"
    runs = " loopt" if lijn.aantal >= MINSTE_PUNTEN else ""
    return (
        f"Dit is een rechte lijn {fitted} de laatste {lijn.aantal} metingen{runs}: dan {becomes}."
        f"{band} {CAVEAT} Niemand weet of het tempo zo blijft."
    )


def tell_bereikt(regel: Doorrekening, feit: Indicatorfeiten) -> str:
    """When a target is met at this pace; empty where there is nothing to reach."""
    lijn = feit.koers.lijn
    if lijn is None or regel.wordt_gehaald is None:
        return ""
    if regel.bereikt_in is None:
        return f"niet voor {LAATSTE_ANTWOORD}"
    if regel.bereikt_in == lijn.laatste[0]:
        return f"al in {regel.bereikt_in}" + ("" if regel.wordt_gehaald else ", maar niet blijvend")
    return str(regel.bereikt_in)


def tell_vooruitzicht(feit: Indicatorfeiten) -> str:
    """What the pace means for the next target and the last, in words only.

    Empty where there is no verdict, no line or no target to come. Source: READERS 4, rule 9.
    """
    coming = [item for item in feit.koers.doorrekening if item.wordt_gehaald is not None]
    if feit.koers.status is None or not coming:
        return ""
    first, last = coming[0], coming[-1]
    answer = "gehaald" if first.wordt_gehaald else "niet gehaald"
    if first.wordt_gehaald is last.wordt_gehaald:
        jaren = format_opsomming(list(dict.fromkeys([str(first.jaar), str(last.jaar)])))
        told = f"is het doel in {jaren} {answer}"
        if first is not last:
            told = f"zijn de doelen in {jaren} {answer}"
    else:
        other = "wel" if last.wordt_gehaald else "niet"
        told = f"is het doel in {first.jaar} {answer}, en het doel in {last.jaar} {other}"
    return f"Als het tempo zo blijft, {told}. {CAVEAT}"
