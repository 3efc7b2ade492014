"""Sentences about the spread of actions: they follow the data, and stay neutral."""

from __future__ import annotations

from decimal import Decimal

import pytest

from generator.derive.feiten.spreiding import (
    Lijn,
    Matrix,
    Tijdigheid,
    Verdeelregel,
    Verdeling,
)
from generator.present.figures.spreiding import tell_matrix, tell_tijdigheid, tell_verdeling

RIJEN = (Lijn("a", "Afval"), Lijn("b", "Bouw"))
FASEN = (Lijn("1", "Leren"), Lijn("2", "Doen"))


def _matrix(aantallen: dict[tuple[str, str], int]) -> Matrix:
    return Matrix(RIJEN, FASEN, aantallen)


@pytest.mark.parametrize(
    ("aantallen", "zin"),
    [
        ({}, "Er zijn nog geen acties die meetellen."),
        (
            {("a", "1"): 2, ("a", "2"): 1, ("b", "1"): 1, ("b", "2"): 1},
            (
                "Bij elke combinatie van thema en fase staat een actie. De meeste acties (2) staan "
                "bij thema Afval in de fase Leren."
            ),
        ),
        (
            {("a", "1"): 1, ("a", "2"): 1, ("b", "1"): 1},
            "Van de 4 combinaties van thema en fase heeft er 1 geen actie.",
        ),
        (
            {("a", "1"): 3, ("b", "1"): 1},
            (
                "Van de 4 combinaties van thema en fase hebben er 2 geen actie. De meeste acties "
                "(3) staan bij thema Afval in de fase Leren."
            ),
        ),
    ],
)
def test_matrix_says_how_many_places_are_empty(
    aantallen: dict[tuple[str, str], int], zin: str
) -> None:
    """Where one place holds most actions it is named; of equal ones none is."""
    assert tell_matrix(_matrix(aantallen), "thema") == zin


def test_actions_without_an_owner_are_no_combination() -> None:
    """The row of what nobody owns is not a team that misses a phase."""
    matrix = Matrix((*RIJEN, Lijn("", "nog geen eigenaar")), FASEN, {("a", "1"): 1, ("", "1"): 5})
    assert tell_matrix(matrix, "team") == (
        "Van de 4 combinaties van team en fase hebben er 3 geen actie. De meeste acties (1) staan "
        "bij team Afval in de fase Leren."
    )


def _verdeling(*counts: int) -> Verdeling:
    regels = tuple(
        Verdeelregel(str(place), naam, None, None, count)
        for place, (naam, count) in enumerate(zip("XYZ", counts, strict=False))
    )
    return Verdeling(regels, (), tuple(regel for regel in regels if not regel.aantal))


@pytest.mark.parametrize(
    ("counts", "meegeteld", "zin"),
    [
        ((3, 1), 4, "Van de 4\xa0acties horen de meeste (3) bij schaal X."),
        ((3, 0), 3, "Alle 3\xa0acties horen bij schaal X. Geen actie hoort bij Y."),
        (
            (2, 2, 0),
            4,
            (
                "Van de 4\xa0acties horen er elk 2 bij schaal X en Y; dat zijn de meeste. Geen "
                "actie hoort bij Z."
            ),
        ),
        ((0, 0), 2, "Bij geen van de 2\xa0acties is een schaal ingevuld."),
        ((0, 0), 0, "Er zijn nog geen acties die meetellen."),
    ],
)
def test_count_by_term_names_most_and_none(
    counts: tuple[int, ...], meegeteld: int, zin: str
) -> None:
    """What most actions have is named, and what none has."""
    assert tell_verdeling(_verdeling(*counts), "schaal", meegeteld) == zin


@pytest.mark.parametrize(
    ("stand", "zin"),
    [
        (
            Tijdigheid(0, 0, 0, None, None, None),
            "Er zijn nog geen mijlpalen die klaar moesten zijn.",
        ),
        (
            Tijdigheid(1, 0, 0, Decimal(100), None, None),
            (
                "Van de 1 mijlpaal die klaar moest zijn, is er 1 (100%) op tijd gehaald, 0 later "
                "en 0 nog niet."
            ),
        ),
        (
            Tijdigheid(2, 1, 1, Decimal(50), Decimal("30.5"), Decimal(1)),
            (
                "Van de 4 mijlpalen die klaar moesten zijn, zijn er 2 (50%) op tijd gehaald, 1 "
                "later en 1 nog niet. Wat later kwam, kwam gemiddeld 31\xa0dagen na het plan; wat "
                "open staat, is gemiddeld 1\xa0dag voorbij."
            ),
        ),
        (
            Tijdigheid(0, 0, 1, Decimal(0), None, Decimal(400)),
            (
                "Van de 1 mijlpaal die klaar moest zijn, zijn er 0 (0%) op tijd gehaald, 0 later "
                "en 1 nog niet. Wat open staat, is gemiddeld 400\xa0dagen voorbij."
            ),
        ),
    ],
)
def test_milestones_are_told_with_their_slip(stand: Tijdigheid, zin: str) -> None:
    """How many came on time of those that were to be reached, and how late the others are."""
    assert tell_tijdigheid(stand) == zin
