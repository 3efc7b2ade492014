"""How the actions are spread: who does what in which phase, and what to ask about it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum

from generator.derive.feiten.agenda import Onbevestigd
from generator.model.acties import Mijlpaal
from generator.model.datums import Periode


@dataclass(frozen=True, slots=True)
class Lijn:
    """A row or column: what it is about; an empty id holds the actions of which it is not known."""

    id: str
    naam: str


@dataclass(frozen=True, slots=True)
class Gat:
    """Places in one row where no action stands, in the order of the columns.

    Attributes:
        rij: the name of the row.
        kolommen: the names of the columns.
        is_hele_rij: whether the row holds no action at all.
        ook: the actions, by id, that do it beside their main approach; only where that is so.
    """

    rij: str
    kolommen: tuple[str, ...]
    is_hele_rij: bool = False
    ook: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Matrix:
    """Actions that were not stopped, counted by two fields, in the order of their lists.

    Attributes:
        aantallen: number of actions by (row, column); pairs of 0 are absent.
        ook: of actions that have the row beside their main one; only for the approach.
        lege_kolommen: names of columns without any action, alphabetical.
        gaten: other places without an action, by name of the row, alphabetical.
    """

    rijen: tuple[Lijn, ...]
    kolommen: tuple[Lijn, ...]
    aantallen: Mapping[tuple[str, str], int]
    ook: Mapping[tuple[str, str], int] = field(default_factory=dict)
    lege_kolommen: tuple[str, ...] = ()
    gaten: tuple[Gat, ...] = ()


@dataclass(frozen=True, slots=True)
class Verdeelregel:
    """A term, and how many actions have it: as their main one, and (`ook`) beside another."""

    id: str
    naam: str
    uitleg: str | None
    kleur: int | None
    aantal: int
    ook: int = 0


@dataclass(frozen=True, slots=True)
class Verdeling:
    """Actions that were not stopped, counted by the terms of one vocabulary, in its order.

    Attributes:
        regels: every term; an action may have more than one.
        zonder: actions of which it is not filled in, by id, alphabetical by title.
        leeg: the terms that no action has, alphabetical.
    """

    regels: tuple[Verdeelregel, ...]
    zonder: tuple[str, ...]
    leeg: tuple[Verdeelregel, ...]


@dataclass(frozen=True, slots=True)
class Teamaandeel:
    """How many of the actions one team owns, and which percentage of all that is."""

    id: str
    naam: str
    aantal: int
    pct: Decimal


@dataclass(frozen=True, slots=True)
class Tijdigheid:
    """The milestones that were to be reached by peildatum, of actions that were not stopped.

    Attributes:
        op_tijd: how many were reached within the period that was planned.
        later: how many were reached after it.
        open: how many are not reached.
        pct: `op_tijd` in percent of all of them; None when there are none.
        uitloop_later: how many days after the plan the late ones came, on average.
        uitloop_open: how many days after the plan it is for the open ones, on average.
    """

    op_tijd: int
    later: int
    open: int
    pct: Decimal | None
    uitloop_later: Decimal | None
    uitloop_open: Decimal | None

    @property
    def totaal(self) -> int:
        """How many milestones were to be reached."""
        return self.op_tijd + self.later + self.open


@dataclass(frozen=True, slots=True)
class Voorbij:
    """An action that goes on while a date of it has passed: its end, milestones, or both."""

    actie: str
    eind: Periode | None
    mijlpalen: tuple[Mijlpaal, ...]


class Tegenspraaksoort(StrEnum):
    """In which way dates, status and phase of an action do not fit together."""

    BEGIN_VOORBIJ = "begin_voorbij"
    BEZIG_VOOR_BEGIN = "bezig_voor_begin"
    KLAAR_VOOR_EIND = "klaar_voor_eind"
    KLAAR_MET_MIJLPAAL = "klaar_met_mijlpaal"
    VOOR_ANDERE = "voor_andere"
    LATERE_FASE = "latere_fase"
    ANDERE_GESTOPT = "andere_gestopt"


@dataclass(frozen=True, slots=True)
class Tegenspraak:
    """Something about an action that does not fit.

    Attributes:
        moment: the date that does not fit, where it is one.
        andere: the id of the action that it depends on, where it is about that.
        aantal: how many milestones it is about.
    """

    actie: str
    soort: Tegenspraaksoort
    moment: Periode | None = None
    andere: str | None = None
    aantal: int = 0


@dataclass(frozen=True, slots=True)
class Spreidingsfeiten:
    """How the actions are spread (intern only). Lists of actions are alphabetical by title.

    Attributes:
        meegeteld: how many actions count.
        gestopt: the actions that were stopped and do not count, by id.
        themas, teams, aanpak: by fase.
        verdelingen: by field of Actie.
        aandelen: the teams that own actions, the most first.
        concentratie: those of them that own so many that it is worth a question, alphabetical.
        voorbij: actions of which a date has passed.
        zonder_eigenaar: actions that go on and that no team owns, by id.
        zonder_datum: actions that go on without a begin and without an end, by id.
        versheid: after how many days without confirmation a stand is old; None without a rule.
        niet_bevestigd: the actions that go on of which the stand is old.
        tegenspraken: what does not fit together.
    """

    meegeteld: int
    gestopt: tuple[str, ...]
    themas: Matrix
    teams: Matrix
    aanpak: Matrix
    verdelingen: Mapping[str, Verdeling]
    aandelen: tuple[Teamaandeel, ...]
    concentratie: tuple[Teamaandeel, ...]
    mijlpalen: Tijdigheid
    voorbij: tuple[Voorbij, ...]
    zonder_eigenaar: tuple[str, ...]
    zonder_datum: tuple[str, ...]
    versheid: int | None
    niet_bevestigd: tuple[Onbevestigd, ...]
    tegenspraken: tuple[Tegenspraak, ...]
