"""Daily work and accountability: dates that ask for a word, council documents, money, places."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from generator.model.acties import Besluitmoment
from generator.model.datums import Periode
from generator.model.draagvlak import Succes


@dataclass(frozen=True, slots=True)
class Deadline:
    """A date by which a team finishes something.

    Attributes:
        actie: the id of the action.
        titel: the milestone; None when the action itself ends.
    """

    actie: str
    wanneer: Periode
    titel: str | None


@dataclass(frozen=True, slots=True)
class Raadsdossier:
    """A council document over all actions that name it; each field as the first of them says."""

    soort: str
    titel: str
    nummer: str | None
    url: str | None
    status: str | None
    datum: Periode | None
    terug: Periode | None
    acties: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Plaats:
    """Actions that people notice in one wijk; None for those that are not about one wijk."""

    wijk: str | None
    acties: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Fasestand:
    """The actions of one phase, and how many of them are where; without a klasse they are open."""

    id: str
    naam: str
    aantal: int
    klaar: int
    bezig: int
    open: int
    gestopt: int


@dataclass(frozen=True, slots=True)
class Dekkingsregel:
    """What the actions with one kind of funding ask together; an empty id is not stated."""

    id: str
    naam: str
    bedrag: Decimal
    aantal: int


@dataclass(frozen=True, slots=True)
class Besluit:
    """A decision about an action that is still to be taken."""

    actie: str
    moment: Besluitmoment


@dataclass(frozen=True, slots=True)
class Werkfeiten:
    """What daily work and accountability ask for; empty where nothing was written.

    Attributes:
        te_laat: of each action that is late, its earliest date (intern only).
        deze_maand: dates in the month of peildatum that have not passed.
        besluiten: decisions to come about actions that go on, the nearest first (intern only).
        dekking: budgets of actions that are not stopped, by funding (intern only).
        zonder_budget: how many of those actions have no budget yet.
        successen: what worked, the newest first; nothing from after peildatum.
    """

    te_laat: tuple[Deadline, ...] = ()
    deze_maand: tuple[Deadline, ...] = ()
    raad: tuple[Raadsdossier, ...] = ()
    plaatsen: tuple[Plaats, ...] = ()
    fasen: tuple[Fasestand, ...] = ()
    besluiten: tuple[Besluit, ...] = ()
    dekking: tuple[Dekkingsregel, ...] = ()
    zonder_budget: int = 0
    successen: tuple[Succes, ...] = ()
