"""What the actions add to each goal: expected and reached effects, and what remains to be done."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from generator.derive.feiten import Actiefeiten, Indicatorfeiten
from generator.derive.feiten.bijdrage import (
    Bijdrage,
    Bijdragefeiten,
    Doelbijdrage,
    Onberekend,
    Pakket,
)
from generator.model.acties import Effect
from generator.model.basis import Editie
from generator.model.indicatoren import Streefwaarde
from generator.model.programma import Programma
from generator.model.regels.getallen import as_decimal
from generator.model.regels.koers import TEKENS
from generator.model.regels.metingen import list_comparable
from generator.model.regels.voortgang import GAAT_DOOR
from generator.model.regels.zekerheid import read_gewichten, type_gewichten, weigh_effect


class Inbreng(NamedTuple):
    """An effect, and the action that it is of."""

    actie: str
    effect: Effect


class Verband(NamedTuple):
    """What all sums of one indicator need."""

    feit: Indicatorfeiten
    gewichten: type_gewichten
    minimaal: frozenset[str] | None

    @property
    def teken(self) -> int:
        """1 where a positive effect helps, -1 where a negative one does."""
        return TEKENS[self.feit.indicator.richting] or 1


def derive_bijdrage(
    programma: Programma,
    indicatoren: Mapping[str, Indicatorfeiten],
    acties: Mapping[str, Actiefeiten],
    *,
    editie: Editie,
    peildatum: date,
) -> Mapping[str, Bijdragefeiten]:
    """What the actions add to each indicator, by id.

    Actions that go on are expected to add something; what was reached counts whatever became of
    the action. Everyone sees only what was reached: forecasts are for the intranet.

    Source: DOMAIN 4, rules 12 and 13; READERS 4, rule 9.
    """
    gewichten = read_gewichten(programma)
    minimaal = _list_minimaal(programma)
    found = {}
    for identifier, feit in indicatoren.items():
        verband = Verband(feit, gewichten, minimaal)
        going_on = [item for item in acties.values() if item.klasse in GAAT_DOOR]
        expected = [
            Inbreng(item.actie.id, effect)
            for item in going_on
            for effect in item.actie.verwachte_effecten
            if effect.indicator == identifier
        ]
        reached = [
            Inbreng(item.actie.id, effect)
            for item in acties.values()
            for effect in item.actie.gerealiseerde_effecten
            if effect.indicator == identifier and effect.jaar <= peildatum.year
        ]
        bereikt = choose_effecten(reached, verband)
        found[identifier] = Bijdragefeiten(
            indicator=identifier,
            doelen=_derive_doelen(expected, verband, peildatum) if editie is Editie.INTERN else (),
            verwacht=choose_effecten(expected, verband),
            bereikt=bereikt,
            som_bereikt=_sum(bereikt) if bereikt else None,
        )
    return found


def _list_minimaal(programma: Programma) -> frozenset[str] | None:
    """The actions of the opportunities that are minimally needed; None without any such."""
    kansen = [kans for kans in programma.kansen if kans.is_minimaal_pakket]
    return frozenset(actie for kans in kansen for actie in kans.acties) if kansen else None


def choose_effecten(effecten: Sequence[Inbreng], verband: Verband) -> tuple[Bijdrage, ...]:
    """The effects with which of them count.

    Actions in one effectgroep work on the same effect: of those that help the largest counts, of
    equal ones the most certain, then the first. Of those that work against it the worst counts,
    so that harm is never hidden behind a gain. An effect without a group counts by itself.

    Source: DOMAIN 4, rule 13.
    """
    counting: dict[tuple[str | int, bool], int] = {}
    keys = []
    for place, (_, effect) in enumerate(effecten):
        helps = effect.waarde * verband.teken >= 0
        key = (place if effect.effectgroep is None else effect.effectgroep, helps)
        keys.append(key)
        best = counting.get(key)
        if best is None or _rank(effect, verband) > _rank(effecten[best].effect, verband):
            counting[key] = place
    return tuple(
        Bijdrage(
            actie=item.actie,
            effect=item.effect,
            gewogen=weigh_effect(item.effect, verband.gewichten),
            telt=counting[key] == place,
            in_plaats=None if counting[key] == place else effecten[counting[key]].actie,
        )
        for place, (item, key) in enumerate(zip(effecten, keys, strict=True))
    )


def _rank(effect: Effect, verband: Verband) -> tuple[Decimal, Decimal]:
    weight = abs(weigh_effect(effect, verband.gewichten) or Decimal(0))
    return abs(effect.waarde), weight


def _sum(bijdragen: Iterable[Bijdrage]) -> Decimal:
    return sum((item.effect.waarde for item in bijdragen if item.telt), Decimal(0))


def _sum_gewogen(bijdragen: Iterable[Bijdrage], gewichten: type_gewichten) -> Decimal | None:
    if not gewichten:
        return None
    return sum((item.gewogen or Decimal(0) for item in bijdragen if item.telt), Decimal(0))


def _derive_doelen(
    effecten: Sequence[Inbreng], verband: Verband, peildatum: date
) -> tuple[Doelbijdrage, ...]:
    """The targets whose year is not past and not yet measured, by year."""
    feit = verband.feit
    lijn, laatste = feit.koers.lijn, feit.reeks.laatste
    measured = lijn.laatste[0] if lijn else laatste.jaar if laatste else 0
    waarom_niet = _find_reden(feit, peildatum)
    coming = [
        doel
        for doel in feit.indicator.streefwaarden
        if doel.jaar >= peildatum.year and doel.jaar > measured
    ]
    return tuple(
        _derive_doel(
            doel,
            [item for item in effecten if item.effect.jaar <= doel.jaar],
            verband,
            waarom_niet,
        )
        for doel in sorted(coming, key=lambda item: item.jaar)
    )


def _find_reden(feit: Indicatorfeiten, peildatum: date) -> Onberekend | None:
    """Why it cannot be said what is still to be done; None when it can."""
    if TEKENS[feit.indicator.richting] == 0:
        return Onberekend.VASTHOUDEN
    if feit.koers.lijn:
        return None
    if feit.reeks.laatste is None:
        return Onberekend.GEEN_METING
    if feit.indicator.nulmeting is None:
        return Onberekend.GEEN_NULMETING
    one = list_comparable(feit.indicator, peildatum)
    return Onberekend.EEN_METING if one else Onberekend.ANDERE_DEFINITIE


def _derive_doel(
    doel: Streefwaarde,
    effecten: Sequence[Inbreng],
    verband: Verband,
    waarom_niet: Onberekend | None,
) -> Doelbijdrage:
    koers, teken, package = verband.feit.koers, verband.teken, verband.minimaal
    forecast = {item.jaar: item.verwacht for item in koers.doorrekening}
    verwacht = None if waarom_niet else forecast.get(doel.jaar)
    begin = as_decimal(koers.lijn.laatste[1]) if koers.lijn else None
    afstand = None if verwacht is None else (doel.waarde - verwacht) * teken
    within = [item for item in effecten if package and item.actie in package]
    return Doelbijdrage(
        doel=doel,
        verwacht=verwacht,
        waarom_niet=waarom_niet,
        afstand=afstand,
        weg=None if begin is None or waarom_niet else (doel.waarde - begin) * teken,
        alle=_bundle(effecten, afstand, verband),
        minimaal=None if package is None else _bundle(within, afstand, verband),
    )


def _bundle(effecten: Sequence[Inbreng], afstand: Decimal | None, verband: Verband) -> Pakket:
    """Actions together: what remains is what the pace lacks, less what they add."""
    bijdragen = choose_effecten(effecten, verband)
    som, gewogen = _sum(bijdragen), _sum_gewogen(bijdragen, verband.gewichten)

    def subtract(planned: Decimal | None) -> Decimal | None:
        return None if afstand is None or planned is None else afstand - planned * verband.teken

    return Pakket(bijdragen, som, gewogen, rest=subtract(som), rest_gewogen=subtract(gewogen))
