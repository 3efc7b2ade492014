"""Surveys: what groups answered, and where the support is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import NamedTuple

from generator.derive.feiten.namen import Naamkaart
from generator.model.peilingen import Stelling


class Groep(NamedTuple):
    """A group that may be shown, or groups that were taken together."""

    id: str
    naam: str


@dataclass(frozen=True, slots=True)
class Antwoord:
    """How people answered one or more statements.

    Attributes:
        verdeling: answers from strongly disagree to strongly agree.
        weet_niet: those who did not know; they count in nothing else here.
        gemiddelde: from 1 to 5; None without answers.
        positief_pct: who agree or strongly agree, in percent; None without answers.
    """

    verdeling: tuple[int, ...]
    weet_niet: int
    gemiddelde: Decimal | None
    positief_pct: Decimal | None

    @property
    def n(self) -> int:
        """How many had an opinion."""
        return sum(self.verdeling)


@dataclass(frozen=True, slots=True)
class Stellingfeiten:
    """One statement: how everyone answered, and each group that may be shown, by its id.

    Attributes:
        marge: 95 % margin of the mean of everyone; None when it cannot be computed.
    """

    stelling: Stelling
    allen: Antwoord
    marge: Decimal | None
    niveaus: Mapping[str, Antwoord]
    afdelingen: Mapping[str, Antwoord]


class Dimensieregel(NamedTuple):
    """The answers to all statements of one dimension together."""

    wat: Naamkaart
    allen: Antwoord


@dataclass(frozen=True, slots=True)
class Bewustzijnsfeiten:
    """The awareness survey, without any group that is too small.

    Attributes:
        stellingen: the statements of which anything may be shown, in the order of the file.
        niet_getoond: statements that too few people answered.
        dimensies: in the order of the vocabulary.
        allen: all answers to all statements.
        niveaus: the groups by niveau, those taken together last.
        afdelingen: the groups by afdeling, those taken together last.
        verborgen_afdelingen: afdelingen that are only shown together, or not at all.
        uitgenodigd: how many people got the questions.
        minste: how many answered the statement that fewest answered, those who did not know
            included.
        meeste: how many answered the one that most answered.
        respons_pct: `meeste` in percent of those invited; None when that is unknown.
        sterkste: the statements with the highest mean.
        zwakste: the statements with the lowest mean; empty when all are the same.
    """

    stellingen: tuple[Stellingfeiten, ...]
    niet_getoond: tuple[Stelling, ...]
    dimensies: tuple[Dimensieregel, ...]
    allen: Antwoord
    niveaus: tuple[Groep, ...]
    afdelingen: tuple[Groep, ...]
    verborgen_afdelingen: tuple[Naamkaart, ...]
    uitgenodigd: int
    minste: int
    meeste: int
    respons_pct: Decimal | None
    sterkste: tuple[Stellingfeiten, ...]
    zwakste: tuple[Stellingfeiten, ...]


@dataclass(frozen=True, slots=True)
class Themadraagvlak:
    """The support for one theme.

    Attributes:
        scores: the mean of each team that may be shown, by id.
        verborgen: the teams that gave a score too, and are too small or were taken along.
        rest: the mean of the hidden teams together; None when that would tell too much.
        allen: the mean of everyone in `scores` and `rest`, each person counted once.
    """

    thema: Naamkaart
    scores: Mapping[str, Decimal]
    verborgen: frozenset[str]
    rest: Decimal | None
    allen: Decimal | None


@dataclass(frozen=True, slots=True)
class Kansdraagvlak:
    """The support for one opportunity at the first and the last moment that it was asked."""

    id: str
    titel: str
    begin: Decimal
    eind: Decimal

    @property
    def verschil(self) -> Decimal:
        """How much the mean went up."""
        return self.eind - self.begin


@dataclass(frozen=True, slots=True)
class Motivatieregel:
    """Who wants to work on one subject: a number of people per niveau that may be shown, by id.

    Attributes:
        gevraagd: the niveaus that were asked, shown or not.
    """

    thema: str
    deelonderwerp: str | None
    aantallen: Mapping[str, int]
    gevraagd: frozenset[str]


@dataclass(frozen=True, slots=True)
class Draagvlakfeiten:
    """The support survey, without any group that is too small.

    Attributes:
        moment: when the scores by team were given: the last moment of the vocabulary that has any.
        teams: every team that gave a score, in the order of the programme.
        themas: in the order of the programme.
        sterkste: the themes with the highest mean.
        zwakste: the themes with the lowest mean; empty when all are the same.
        begin: the name of the first moment; empty when there is one only.
        eind: the name of the last moment.
        kansen: opportunities that were scored at both, in the order of the programme.
        niveaus: the niveaus that were asked about motivation, in the order of the vocabulary.
        motivatie: by theme and subtopic, in the order of the programme.
    """

    moment: Naamkaart | None
    teams: tuple[Naamkaart, ...]
    themas: tuple[Themadraagvlak, ...]
    sterkste: tuple[Themadraagvlak, ...]
    zwakste: tuple[Themadraagvlak, ...]
    begin: str
    eind: str
    kansen: tuple[Kansdraagvlak, ...]
    niveaus: tuple[Naamkaart, ...]
    motivatie: tuple[Motivatieregel, ...]
