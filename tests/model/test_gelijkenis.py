"""Who types a word that does not exist, hears which word was probably meant."""

from __future__ import annotations

import pytest

from generator.model.gelijkenis import find_closest, suggest

VELDEN = ["actiestatus", "eigenaar_team", "eind", "omschrijving", "r_strategie", "start", "titel"]


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("eigenaar_taem", "eigenaar_team"),
        ("Eigenaar Team", "eigenaar_team"),
        ("eigenaar-team", "eigenaar_team"),
        ("omschrijvng", "omschrijving"),
        ("r_stratégie", "r_strategie"),
        ("status", "actiestatus"),
        ("einddatum", "eind"),
        ("Beschrijving", "omschrijving"),
        ("naam", "titel"),
        ("uitleg", "omschrijving"),
        ("strategie", "r_strategie"),
        ("omschr", "omschrijving"),
    ],
)
def test_likely_word_is_found(typed: str, meant: str) -> None:
    """Typing errors, capitals, accents, spaces and everyday words lead to the right field."""
    assert find_closest(typed, VELDEN) == meant
    assert suggest(typed, VELDEN) == f"bedoelt u '{meant}'?"


@pytest.mark.parametrize("typed", ["wijze_van_doen", "x", "", "?!"])
def test_unlike_word_gives_the_whole_choice(typed: str) -> None:
    """When nothing resembles the word, the advisor sees what can be chosen."""
    assert find_closest(typed, VELDEN) is None
    assert suggest(typed, VELDEN) == f"kies uit: {', '.join(VELDEN)}"


def test_long_choice_is_cut_and_empty_choice_says_so() -> None:
    """A list of hundreds is not repeated, and an empty one asks to add something first."""
    assert suggest("qqq", [f"w{number:03}" for number in range(99)]).endswith("w011, ...")
    assert suggest("qqq", []) == "er is hier nog niets om uit te kiezen; voeg het eerst toe"


def test_synonym_counts_only_where_its_word_exists() -> None:
    """`status` leads to actiestatus only in a list that has it."""
    assert find_closest("status", ["titel", "naam"]) is None
