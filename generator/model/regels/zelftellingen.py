"""What the programme counts about itself, from what the edition holds."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date, timedelta
from fractions import Fraction
from typing import Final, NamedTuple

from generator.model.acties import Actie
from generator.model.basis import Editie, Herkomst, Zelftelling
from generator.model.datums import Periode
from generator.model.indicatoren import Indicator, Meting
from generator.model.programma import Programma
from generator.model.regels.getallen import as_decimal
from generator.model.regels.voortgang import (
    GAAT_DOOR,
    find_versheid,
    is_bevestigd,
    is_op_tijd,
    list_stopped,
)

EENHEID: Final = "%"
"""The unit of every count: how many of how many, in percent."""

ALLEEN_INTERN: Final = frozenset({Zelftelling.BELEMMERINGEN_OPGELOST})
"""Counts that are for the intranet only. Source: READERS 4, rule 3: barriers without numbers."""

ACTUELE_DAGEN: Final = 183
"""How old a stand may be where no rule of the programme says so.

Source: DOMAIN 3, indicator 14: half a year.
"""

LADDER: Final = "r_strategie"
"""The vocabulary of which a `gewicht` above 0 says that a strategy is high on the ladder."""


class Zelfstand(NamedTuple):
    """A count: how many of how many, and what was counted in words, for one and for more."""

    teller: int
    noemer: int
    een: str
    meer: str

    @property
    def van(self) -> str:
        """The denominator in words: `van de 31 openbare acties die doorlopen`."""
        if self.noemer == 1:
            return f"van 1 {self.een}"
        return f"van de {self.noemer:,} {self.meer}".replace(",", ".")

    @property
    def aandeel(self) -> Fraction | None:
        """The count in percent, exactly; of nothing it is unknown."""
        return Fraction(100 * self.teller, self.noemer) if self.noemer else None


def count_self(
    programma: Programma, telling: Zelftelling, peildatum: date, editie: Editie
) -> Zelfstand:
    """What the programme counts about itself at `peildatum`, of what `editie` holds."""
    found, een, meer = TELLERS[telling](programma, peildatum)
    counted = list(found)
    openbaar = "" if editie is Editie.INTERN else "openbare "
    return Zelfstand(sum(counted), len(counted), f"{openbaar}{een}", f"{openbaar}{meer}")


type_telling = tuple[Iterable[bool], str, str]
"""Whether each thing counts, and what the things are called: one of them, and more."""


def _list_running(programma: Programma) -> list[Actie]:
    klassen = {term.id: term.klasse for term in programma.termen("actiestatus")}
    return [actie for actie in programma.acties if klassen.get(actie.actiestatus) in GAAT_DOOR]


def _count_met_eigenaar(programma: Programma, peildatum: date) -> type_telling:
    versheid = find_versheid(programma)
    limit = peildatum - timedelta(days=ACTUELE_DAGEN if versheid is None else versheid)
    counts = (
        actie.eigenaar_team is not None and is_bevestigd(actie, limit, peildatum)
        for actie in _list_running(programma)
    )
    return counts, "actie die doorloopt", "acties die doorlopen"


def _count_op_tijd(programma: Programma, peildatum: date) -> type_telling:
    """Milestones of which the planned period is over; in time is within that period."""
    stopped = list_stopped(programma)
    counts = (
        is_op_tijd(item, peildatum)
        for actie in programma.acties
        if actie.id not in stopped
        for item in actie.mijlpalen
        if item.gepland.eind <= peildatum
    )
    return counts, "mijlpaal die klaar moest zijn", "mijlpalen die klaar moesten zijn"


def _count_opgelost(programma: Programma, peildatum: date) -> type_telling:
    counts = (
        item.opgelost_op is not None and item.opgelost_op.begin <= peildatum
        for item in programma.belemmeringen
    )
    return counts, "belemmering", "belemmeringen"


def _count_hoog(programma: Programma, _: date) -> type_telling:
    """Every action that chose a strategy of which is known whether it is high on the ladder."""
    gewichten = {term.id: term.gewicht for term in programma.termen(LADDER)}
    first = (gewichten.get(actie.r_strategie[0]) for actie in programma.acties if actie.r_strategie)
    counts = (gewicht > 0 for gewicht in first if gewicht is not None)
    return counts, "actie met een R-strategie", "acties met een R-strategie"


TELLERS: Final[Mapping[Zelftelling, Callable[[Programma, date], type_telling]]] = {
    Zelftelling.ACTIES_MET_EIGENAAR: _count_met_eigenaar,
    Zelftelling.MIJLPALEN_OP_TIJD: _count_op_tijd,
    Zelftelling.BELEMMERINGEN_OPGELOST: _count_opgelost,
    Zelftelling.ACTIES_HOOG_OP_DE_LADDER: _count_hoog,
}
"""How each of them is counted.

Source: DOMAIN 3, indicators 14, 19, 20 and 22.
"""


def add_zelftellingen(programma: Programma, peildatum: date, editie: Editie) -> Programma:
    """The programme with what it counts about itself as a measurement of the year of `peildatum`.

    A year of which somebody published a value by then is left as it is.
    """
    return programma.model_copy(
        update={
            "indicatoren": tuple(
                _add_meting(programma, item, peildatum, editie) for item in programma.indicatoren
            )
        }
    )


def _add_meting(
    programma: Programma, indicator: Indicator, peildatum: date, editie: Editie
) -> Indicator:
    if indicator.telling is None or _is_published(indicator, peildatum):
        return indicator
    stand = count_self(programma, indicator.telling, peildatum, editie)
    metingen = (*indicator.metingen, make_meting(indicator, stand, peildatum))
    return indicator.model_copy(update={"metingen": metingen})


def _is_published(indicator: Indicator, peildatum: date) -> bool:
    return any(
        item.jaar == peildatum.year
        and (item.publicatie is None or item.publicatie.begin <= peildatum)
        for item in indicator.metingen
    )


def make_meting(indicator: Indicator, stand: Zelfstand, peildatum: date) -> Meting:
    """A count as a measurement: the stand of one day, final for that day.

    Of nothing there is no value, and the reason says so; that is never 0.
    """
    day = Periode(peildatum.isoformat(), peildatum, peildatum)
    versies = indicator.definitieversies
    aandeel = stand.aandeel
    return Meting.model_construct(
        reeks=indicator.id,
        jaar=peildatum.year,
        waarde=None if aandeel is None else as_decimal(aandeel),
        definitie_versie=versies[-1].versie if versies else None,
        publicatie=day,
        peildatum=day,
        herkomst=Herkomst.BEREKEND,
        reden=f"Er zijn geen {stand.meer}" if aandeel is None else None,
    )
