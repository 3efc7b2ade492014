"""Ambition: the goal tree, the milestones, the levels by theme and the policy underneath."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from generator.model.beleid import Beleidskader, Doelstelling, LandelijkDoel
from generator.model.themas import Thema, Themaambitie
from generator.model.woordenlijst import Term


@dataclass(frozen=True, slots=True)
class Doelknoop:
    """One goal, and the goals that stand under it."""

    doel: Doelstelling
    onder: tuple[Doelknoop, ...]


@dataclass(frozen=True, slots=True)
class Ijkpunt:
    """Something that must be reached in a year; `doel` is the goal that says so, if it is one."""

    tekst: str
    doel: Doelstelling | None


@dataclass(frozen=True, slots=True)
class Ijkjaar:
    """A year of the timeline with all that must be reached in it.

    Attributes:
        is_voorbij: the year has ended at peildatum.
        groepen: what kind of point it is, in words, and the points of that kind.
    """

    jaar: int
    is_voorbij: bool
    groepen: tuple[tuple[str, tuple[Ijkpunt, ...]], ...]


@dataclass(frozen=True, slots=True)
class Niveau:
    """How ambitious one theme is.

    Attributes:
        plaats_nu: place on the scale, counted from 1.
        plaats_gewenst: place on the scale, counted from 1.
    """

    thema: Thema
    ambitie: Themaambitie
    plaats_nu: int
    plaats_gewenst: int

    @property
    def stappen(self) -> int:
        """How many steps up the scale the theme has to go."""
        return self.plaats_gewenst - self.plaats_nu


@dataclass(frozen=True, slots=True)
class Beleidslaag:
    """A layer of government and the policy that it made."""

    term: Term
    kaders: tuple[Beleidskader, ...]


@dataclass(frozen=True, slots=True)
class Kaderversie:
    """One version of a national programme, with the goals that it states.

    Attributes:
        is_vervangen: every goal in it was replaced by a later one.
    """

    versie: str
    doelen: tuple[LandelijkDoel, ...]
    is_vervangen: bool


@dataclass(frozen=True, slots=True)
class Landelijk:
    """A national programme with its versions, the last written first."""

    kader: str
    versies: tuple[Kaderversie, ...]


@dataclass(frozen=True, slots=True)
class Ambitiefeiten:
    """Where it goes and where it starts.

    Attributes:
        boom: the goals that stand under no other, each with its branches.
        tijdlijn: what must be reached, by year.
        niveaus: the themes with a level, in the order of the themes.
        zonder_niveau: the themes without one.
        schaal: the levels, from least to most.
        lagen: policy in force by layer, in the order of the vocabulary; empty layers left out.
        landelijk: national goals by programme and version.
        vervangt: per national goal the earlier ones that it took the place of.
    """

    boom: tuple[Doelknoop, ...]
    tijdlijn: tuple[Ijkjaar, ...]
    niveaus: tuple[Niveau, ...]
    zonder_niveau: tuple[Thema, ...]
    schaal: tuple[Term, ...]
    lagen: tuple[Beleidslaag, ...]
    landelijk: tuple[Landelijk, ...]
    vervangt: Mapping[str, tuple[LandelijkDoel, ...]]
