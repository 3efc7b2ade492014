"""How far the programme is: parts done, lights and verdicts counted, and what asks a decision."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from generator.model.basis import Indicatorstatus, Voortgang
from generator.model.bijsturing import Bijsturing
from generator.model.datums import Periode


@dataclass(frozen=True, slots=True)
class Vordering:
    """How far some actions are, by their milestones; those that were stopped are not among them.

    Attributes:
        pct: the weighted mean, from 0 to 100; None when of no action is known how far it is.
        meegeteld: how many actions it is the mean of.
        onbekend: how many are left out: they have no milestones and are not ready.
        in_groep: how many are left out because another action in their effectgroep counts.
    """

    pct: Decimal | None
    meegeteld: int
    onbekend: int
    in_groep: int = 0


@dataclass(frozen=True, slots=True)
class Lichtaantal:
    """How many actions have one light."""

    voortgang: Voortgang
    aantal: int


@dataclass(frozen=True, slots=True)
class Actiegroep:
    """The actions of one thema, fase or team, or of the whole programme.

    Attributes:
        id: the thema, fase or team; empty for the whole, and for actions without a team.
        naam: what readers see.
        acties: how many actions there are.
        gestopt: how many of them were stopped.
        vordering: how far the others are; each counts the same.
        lichten: how many have which light, in the order of the vocabulary.
        zonder_licht: how many have none: ready, stopped, or not in the report.
        klaar_of_gestopt: how many of those without a light are ready or stopped.
        vraagt_besluit: how many have a light that asks for a decision.
    """

    id: str
    naam: str
    acties: int
    gestopt: int
    vordering: Vordering
    lichten: tuple[Lichtaantal, ...]
    zonder_licht: int
    klaar_of_gestopt: int
    vraagt_besluit: int

    @property
    def met_licht(self) -> int:
        """How many actions have a light."""
        return sum(item.aantal for item in self.lichten)

    @property
    def is_rest_af(self) -> bool:
        """Whether all actions without a light are ready or stopped."""
        return self.klaar_of_gestopt == self.zonder_licht


@dataclass(frozen=True, slots=True)
class Indicatorvordering:
    """How far the actions are that are expected to change an indicator, weighted by effect."""

    indicator: str
    vordering: Vordering


@dataclass(frozen=True, slots=True)
class Oordeelgroep:
    """The indicators with one verdict, by id."""

    status: Indicatorstatus
    indicatoren: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Besluitvraag:
    """An action or an indicator of which the verdict that is shown asks for a decision.

    Attributes:
        actie: the id of the action; None when it is an indicator.
        indicator: the id of the indicator; None when it is an action.
        sinds: since when it asks, without a break: a day for an action or a verdict by hand, the
            year of a measurement for an indicator. None when nobody can tell, and in the public
            edition.
        bijsturing: the newest decision about it that nobody looked back on; None without one.
    """

    actie: str | None
    indicator: str | None
    sinds: Periode | None
    bijsturing: Bijsturing | None


@dataclass(frozen=True, slots=True)
class Uitvoeringsfeiten:
    """How far the programme is.

    Attributes:
        totaal: all actions.
        themas: by thema, in the order of the file; only themas with actions.
        fasen: by fase, in the order of the vocabulary; only fasen with actions.
        teams: by team, in the order of the file, those without a team last (intern only).
        indicatoren: by indicator that an action is expected to change (intern only).
        oordelen: the verdicts in the order of the vocabulary, those without indicators as well.
        zonder_oordeel: the indicators without a verdict, by id.
        besluitvragen: what asks for a decision: that without an open decision first, then by how
            long it asks; in the public edition indicators and actions in the order of the files.
    """

    totaal: Actiegroep
    themas: tuple[Actiegroep, ...]
    fasen: tuple[Actiegroep, ...]
    teams: tuple[Actiegroep, ...]
    indicatoren: tuple[Indicatorvordering, ...]
    oordelen: tuple[Oordeelgroep, ...]
    zonder_oordeel: tuple[str, ...]
    besluitvragen: tuple[Besluitvraag, ...]

    @property
    def has_lichten(self) -> bool:
        """Whether any action has a light."""
        return self.totaal.met_licht > 0

    @property
    def has_oordelen(self) -> bool:
        """Whether any indicator has a verdict."""
        return any(item.indicatoren for item in self.oordelen)
