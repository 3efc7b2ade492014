"""Opportunities: their place on the map, and what came of them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from generator.model.kansen import Kans
from generator.model.woordenlijst import Term


@dataclass(frozen=True, slots=True)
class Draagvlak:
    """What the whole organisation thought of one opportunity at one moment.

    Attributes:
        score: mean, from 1 to 5.
        n: how many people gave it.
        gemotiveerd: how many of them want to work on it; None when that was not asked or hidden.
    """

    score: Decimal
    n: int
    gemotiveerd: int | None


@dataclass(frozen=True, slots=True)
class Kansfeit:
    """One opportunity.

    Attributes:
        voor: support before it was worked out together; None when unknown.
        na: support afterwards; None when unknown.
        kwadrant: the part of the map where it stands; None without support or without names.
        gewicht: weight of its invloed; 1 where the vocabulary gives none.
        prioriteit: only for ordering; nobody sees it.
    """

    kans: Kans
    voor: Draagvlak | None
    na: Draagvlak | None
    kwadrant: Term | None
    gewicht: Decimal
    prioriteit: Decimal

    @property
    def draagvlak(self) -> Draagvlak | None:
        """The newest support that is known."""
        return self.na or self.voor

    @property
    def verschil(self) -> Decimal | None:
        """How much the support grew by working it out together."""
        return self.na.score - self.voor.score if self.na and self.voor else None


@dataclass(frozen=True, slots=True)
class Kwadrant:
    """One part of the map: its name, and the opportunities in it."""

    term: Term
    kansen: tuple[Kansfeit, ...]


@dataclass(frozen=True, slots=True)
class Ideetelling:
    """How many ideas came from one source, in all and by the level that brought them.

    Attributes:
        id: term of `bron_idee`; "" for ideas of which the source is not known.
        per_niveau: per term of `niveau`; "" for ideas of which the level is not known.
    """

    id: str
    naam: str
    kleur: int | None
    aantal: int
    per_niveau: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Opbrengst:
    """What a set of opportunities would save each year, where somebody estimated it.

    Attributes:
        aantal: opportunities in the set.
        geschat_mki: how many of them have an estimate in milieukosten.
        mki_eur: the sum of those estimates, in euro.
        geschat_co2: how many of them have an estimate in CO2.
        co2_ton: the sum of those estimates, in ton.
    """

    aantal: int
    geschat_mki: int
    mki_eur: Decimal
    geschat_co2: int
    co2_ton: Decimal


@dataclass(frozen=True, slots=True)
class Kansfeiten:
    """All opportunities of the edition, the most promising first.

    Attributes:
        kwadranten: the parts of the map in reading order; empty when no support is known.
        minimaal: what is needed at least for the ambition.
        zonder_actie: chosen, while no action takes it up yet; by number.
        ideeen: where ideas came from, in the order of the vocabulary.
        grens_draagvlak: support from here on is much.
        grens_impact: impact from here on is much.
    """

    kansen: tuple[Kansfeit, ...]
    kwadranten: tuple[Kwadrant, ...]
    minimaal: tuple[Kansfeit, ...]
    opbrengst_minimaal: Opbrengst
    zonder_actie: tuple[Kansfeit, ...]
    ideeen: tuple[Ideetelling, ...]
    grens_draagvlak: Decimal
    grens_impact: Decimal

    @property
    def is_gepeild(self) -> bool:
        """Whether support is known of any opportunity."""
        return any(item.draagvlak for item in self.kansen)
