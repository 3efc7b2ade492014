"""Figures of the support survey: a hidden group is named and hatched, never counted."""

from __future__ import annotations

from generator.derive.feiten import Feiten
from generator.derive.feiten.peilingen import Draagvlakfeiten, Motivatieregel, Themadraagvlak
from generator.present.figures.basis import Figuur, Grondslag, make_figuur, tell_afkomst
from generator.present.figures.peilingen.basis import choose_steps
from generator.present.figures.peilingen.zinnen import (
    GEEN_SCORES,
    TE_KLEIN,
    tell_draagvlak,
    tell_motivatie,
)
from generator.present.tables import Kolom, round_cell, type_cell


def take_draagvlak(feiten: Feiten) -> Grondslag[Draagvlakfeiten]:
    """The scores that may be shown."""
    meting, found = feiten.programma.draagvlak, feiten.draagvlak
    if meting is None or found is None:
        return Grondslag(GEEN_SCORES)
    return Grondslag(GEEN_SCORES, found, tell_afkomst(feiten, meting))


def make_teams(feiten: Feiten) -> Figuur:
    """The support of each team for each theme; the hidden ones together."""
    grondslag = take_draagvlak(feiten)
    themas = grondslag.deel.themas if grondslag.deel else ()
    return make_figuur(
        grondslag if themas else Grondslag(GEEN_SCORES),
        "draagvlak-teams",
        titel="Draagvlak per team en thema (van 1 tot en met 5)",
        zin=tell_draagvlak,
        kolommen=(
            Kolom("Team"),
            *(Kolom(item.thema.naam, is_getal=True, decimalen=1) for item in themas),
        ),
        rijen=_list_teams,
        trappen=lambda found: choose_steps(_list_teams(found), 1, 5),
    )


def _list_teams(found: Draagvlakfeiten) -> list[tuple[type_cell, ...]]:
    """A row for each team, one for all that are too small, and one for everyone."""
    rijen: list[tuple[type_cell, ...]] = [
        (team.naam, *(_read_score(item, team.id) for item in found.themas)) for team in found.teams
    ]
    if any(item.verborgen for item in found.themas):
        rijen.append(("Te klein, samen", *(round_cell(item.rest, 1) for item in found.themas)))
    rijen.append(("Iedereen", *(round_cell(item.allen, 1) for item in found.themas)))
    return rijen


def _read_score(item: Themadraagvlak, team: str) -> type_cell:
    return TE_KLEIN if team in item.verborgen else round_cell(item.scores.get(team), 1)


def make_motivatie(feiten: Feiten) -> Figuur:
    """How many people of each niveau want to work on each subject; few people are hidden."""
    grondslag = take_draagvlak(feiten)
    niveaus = grondslag.deel.niveaus if grondslag.deel else ()
    has_regels = bool(grondslag.deel and grondslag.deel.motivatie)
    return make_figuur(
        grondslag if has_regels else Grondslag(GEEN_SCORES),
        "draagvlak-motivatie",
        titel="Hoeveel mensen zelf aan de slag willen",
        zin=tell_motivatie,
        kolommen=(
            Kolom("Onderwerp"),
            *(Kolom(item.naam, is_getal=True, decimalen=0) for item in niveaus),
            Kolom("Thema"),
        ),
        rijen=_list_motivatie,
        trappen=lambda found: choose_steps(_list_motivatie(found), 0, _find_most(found)),
    )


def _find_most(found: Draagvlakfeiten) -> int:
    """The largest number of people in any cell."""
    return max(
        (number for regel in found.motivatie for number in regel.aantallen.values()), default=0
    )


def _list_motivatie(found: Draagvlakfeiten) -> list[tuple[type_cell, ...]]:
    return [
        (
            regel.deelonderwerp or "Thema als geheel",
            *(_read_aantal(regel, item.id) for item in found.niveaus),
            regel.thema,
        )
        for regel in found.motivatie
    ]


def _read_aantal(regel: Motivatieregel, niveau: str) -> type_cell:
    """How many people; what was asked and may not be shown is named as too small."""
    return regel.aantallen.get(niveau, TE_KLEIN if niveau in regel.gevraagd else None)
