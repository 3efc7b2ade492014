"""What asks for the attention of a team, and every date that is still open (intern only)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from generator.model.datums import Periode


class Agendasoort(StrEnum):
    """What happens on an open date."""

    MIJLPAAL = "mijlpaal"
    EINDE = "einde"
    BESLUIT = "besluit"
    TERUGKIJKEN = "terugkijken"
    METING = "meting"


@dataclass(frozen=True, slots=True)
class Agendapunt:
    """An open date.

    Attributes:
        wanneer: the day, month or year by the end of which it should be done.
        titel: the milestone, what is to be decided, the decision that is looked back on; empty
            where the action or the indicator says it.
        teams: the teams that it is about; none where nobody owns it.
        actie: the id of the action, for a milestone, an end and a decision.
        indicator: the id of the indicator, for a measurement.
        bijsturing: the id of the steering decision, for a look-back.
        wie: the level that decides, for a decision.
        is_voorbij: whether the date has passed.
    """

    soort: Agendasoort
    wanneer: Periode
    titel: str = ""
    teams: tuple[str, ...] = ()
    actie: str | None = None
    indicator: str | None = None
    bijsturing: str | None = None
    wie: str | None = None
    is_voorbij: bool = False


@dataclass(frozen=True, slots=True)
class Onbevestigd:
    """An action of which the stand was not confirmed for too long; None = never confirmed."""

    actie: str
    bevestigd: date | None


@dataclass(frozen=True, slots=True)
class Wachtend:
    """An indicator that waits for data.

    Attributes:
        verwacht: when the next value is expected, as it was announced; None when nobody said.
        is_voorbij: whether that moment has passed.
        jaar: the year of the newest row, where that has no value.
        reden: why that has no value.
    """

    indicator: str
    verwacht: Periode | None
    is_voorbij: bool
    jaar: int | None = None
    reden: str | None = None


@dataclass(frozen=True, slots=True)
class Teamagenda:
    """What asks for the attention of one team; dates in the order of time.

    Attributes:
        te_laat: milestones and ends of which the date has passed.
        binnenkort: those that come within the days of the agenda.
        daarna: the first milestone or end after that, of each action that goes on.
        besluiten: decisions in the half year to come.
        terugkijken: steering decisions that nobody looked back on, while they should by then.
        onbevestigd: actions of which the stand is too old, the oldest first.
        wachtend: indicators that wait for data.
    """

    te_laat: tuple[Agendapunt, ...] = ()
    binnenkort: tuple[Agendapunt, ...] = ()
    daarna: tuple[Agendapunt, ...] = ()
    besluiten: tuple[Agendapunt, ...] = ()
    terugkijken: tuple[Agendapunt, ...] = ()
    onbevestigd: tuple[Onbevestigd, ...] = ()
    wachtend: tuple[Wachtend, ...] = ()

    @property
    def is_rustig(self) -> bool:
        """Whether nothing asks for attention now; what comes later does not."""
        now = (self.te_laat, self.binnenkort, self.besluiten, self.terugkijken)
        return not any((*now, self.onbevestigd, self.wachtend))


@dataclass(frozen=True, slots=True)
class Agendafeiten:
    """The open dates of the programme, and what they ask of each team.

    Attributes:
        punten: every open date, in the order of time, those that have passed first.
        teams: what asks for attention, by id of the team.
    """

    punten: tuple[Agendapunt, ...]
    teams: Mapping[str, Teamagenda]
