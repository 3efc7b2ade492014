"""Integration: how far circular has become part of policy and work."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from generator.model.kansen import Integratiecel, Integratiescan


@dataclass(frozen=True, slots=True)
class Graad:
    """How far circular is part of a set of cells.

    Attributes:
        som: the scores of the cells whose score is known, together.
        bekend: how many cells that are; cells that are not applicable are in none of the counts.
        onbekend: how many cells have no score yet; they do not count in `pct`.
        pct: `som` as a percentage of 4 times `bekend`; None when no score is known.
    """

    som: int
    bekend: int
    onbekend: int
    pct: Decimal | None


@dataclass(frozen=True, slots=True)
class Stand:
    """A degree now, and as it is wanted in the year of the goal."""

    nu: Graad
    doel: Graad


@dataclass(frozen=True, slots=True)
class Lijn:
    """A row or column of a matrix: the term it is about, and its degree."""

    id: str
    naam: str
    stand: Stand


@dataclass(frozen=True, slots=True)
class Matrix:
    """Policy domains against processes or instruments, in the order of the vocabularies.

    Attributes:
        cellen: the cells by (beleidsdomein, proces or instrument); a pair may be absent.
        verst: the domains with the highest degree now, of those with a known score.
        minst_ver: the domains with the lowest; empty when all are equally far.
    """

    domeinen: tuple[Lijn, ...]
    kolommen: tuple[Lijn, ...]
    cellen: Mapping[tuple[str, str], Integratiecel]
    stand: Stand
    verst: tuple[Lijn, ...]
    minst_ver: tuple[Lijn, ...]


@dataclass(frozen=True, slots=True)
class Integratiefeiten:
    """The scan at a glance; a matrix without cells has no rows and no columns.

    Attributes:
        domeinen: every domain of the scan, over both matrices together.
        onbekend: names (domain, process or instrument) of cells without a score, alphabetical.
        zonder_actie: names of domains that want a higher score while no action of this edition
            lands in them, alphabetical; a question for the intranet only.
    """

    scan: Integratiescan
    stand: Stand
    domeinen: tuple[Lijn, ...]
    processen: Matrix
    instrumenten: Matrix
    onbekend: tuple[tuple[str, str], ...]
    zonder_actie: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Opgave:
    """Another task of the organisation, and what in this edition touches it.

    Attributes:
        acties: ids of actions, in their order.
        themas: ids of themes that name the task.
        kaders: ids of policy in force about the task.
    """

    id: str
    naam: str
    definitie: str | None
    acties: tuple[str, ...]
    themas: tuple[str, ...]
    kaders: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Opgavenfeiten:
    """How the programme connects with other tasks.

    Attributes:
        opgaven: every task of the vocabulary, in its order.
        aantallen: number of actions by (thema, koppelopgave); 0 pairs are absent.
        aangesloten: how many actions connect with at least one task.
        zonder_actie: pairs (thema, koppelopgave) that the theme names and no action of this
            edition has, by name; a question for the intranet only.
    """

    opgaven: tuple[Opgave, ...]
    aantallen: Mapping[tuple[str, str], int]
    aangesloten: int
    zonder_actie: tuple[tuple[str, str], ...]
