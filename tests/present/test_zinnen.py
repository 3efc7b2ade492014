"""Sentences about data change when the data change."""

from __future__ import annotations

from datetime import date
from typing import Any

from generator.derive.feiten import Telling, Telregel
from generator.derive.reeksen import derive_indicatoren
from generator.model.herkomst import Herkomstvelden
from generator.model.programma import Programma
from generator.present.zinnen import tell_besluit, tell_indicator, tell_telling
from tests.builders import make_indicator

PEILDATUM = date(2026, 10, 1)


def tell(*rows: tuple[Any, ...], **fields: Any) -> str:
    """The sentence above the chart, with ordinary spaces."""
    fields = {"nulmeting": {"jaar": 2020, "waarde": 200}} | fields
    indicator = make_indicator(*rows, **fields)
    feiten = derive_indicatoren((indicator,), {}, Herkomstvelden(), PEILDATUM)
    return tell_indicator(feiten[indicator.id], PEILDATUM).replace("\xa0", " ")


def test_sentence_tells_value_change_target_and_path() -> None:
    """A council member reads where the municipality stands, in one paragraph."""
    assert tell((2025, 150), streefwaarden=[{"jaar": 2030, "waarde": 100}]) == (
        "Restafval per inwoner: 150 kg per inwoner in 2025. "
        "Dat is 50 kg per inwoner minder dan de nulmeting (200 kg per inwoner in 2020). "
        "Het doel is 100 kg per inwoner in 2030. "
        "Op het pad naar het doel hoort bij 2025 de waarde 150 kg per inwoner."
    )


def test_sentence_names_the_next_and_the_last_target() -> None:
    """A near target does not hide the far one."""
    targets = [{"jaar": 2030, "waarde": 100}, {"jaar": 2050, "waarde": 0}]
    assert (
        "Het eerstvolgende doel is 100 kg per inwoner in 2030; "
        "het doel voor 2050 is 0 kg per inwoner."
    ) in tell((2025, 150), streefwaarden=targets)


def test_target_of_a_past_year_is_told_in_the_past() -> None:
    """A year that has gone is not called a coming target."""
    text = tell((2024, 150), streefwaarden=[{"jaar": 2025, "waarde": 100}])
    assert "Het doel voor 2025 was 100 kg per inwoner." in text


def test_sentence_says_more_where_it_became_more() -> None:
    """A rise is called a rise."""
    assert "Dat is 10 kg per inwoner meer dan de nulmeting" in tell((2025, 210))


def test_sentence_says_equal_where_nothing_changed() -> None:
    """No change is not called less."""
    assert "Dat is gelijk aan de nulmeting in 2020." in tell((2025, 200))


def test_sentence_does_not_compare_over_a_break() -> None:
    """Different definitions are named, not compared."""
    text = tell((2020, 200, None, "oud"), (2025, 150, None, "nieuw"))
    assert "andere definitie" in text
    assert "minder dan" not in text
    assert "niet te vergelijken" in text


def test_sentence_names_revised_years_and_provisional_values() -> None:
    """Readers hear that a number was changed afterwards."""
    text = tell((2024, 161, "2025-07"), (2024, 160, "2026-07"), (2025, 150, "2026-07"))
    assert "Later bijgesteld: de waarde over 2024." in text


def test_sentence_without_measurement_claims_nothing() -> None:
    """Not measured is said, not hidden."""
    text = tell(nulmeting=None, nog_geen_nulmeting="Nog niet geteld.", streeftekst="Minder")
    assert text == "Er is nog geen meting van Restafval per inwoner. Doel in woorden: Minder."


def count(*numbers: int) -> Telling:
    """A count with one line per number."""
    names = ("Bouw", "Afval", "Gedrag")
    lines = tuple(
        Telregel(name, name, None, number) for name, number in zip(names, numbers, strict=False)
    )
    return Telling("acties-per-thema", lines, sum(numbers))


def test_count_names_the_largest_and_shares_it_where_equal() -> None:
    """The sentence follows the numbers."""
    assert tell_telling(count(3, 1, 1), "thema") == (
        "Van de 5 acties horen de meeste (3) bij thema Bouw."
    )
    assert tell_telling(count(3, 0, 0), "thema") == "Alle 3 acties horen bij thema Bouw."
    assert tell_telling(count(2, 2, 1), "thema") == (
        "Van de 5 acties horen er elk 2 bij thema Bouw en Afval; dat zijn de meeste."
    )
    assert tell_telling(count(2, 2, 2), "thema") == "De 6 acties zijn gelijk verdeeld: 2 bij elk."
    assert tell_telling(count(0, 0, 0), "thema") == "Er staan nog geen acties in het programma."
    assert tell_telling(count(0, 1, 0), "thema") == "Er is 1 actie, bij thema Afval."
    assert "Van de 5 openbare acties" in tell_telling(count(3, 1, 1), "thema", "openbare")


def test_decision_is_told_with_its_day_and_a_concept_without(proefdorp: Programma) -> None:
    """What nobody decided yet has no day of a decision, whatever stands in the data."""
    assert tell_besluit(proefdorp) == "Vastgesteld door het college op 18 maart 2025"
    gegevens = proefdorp.gegevens.model_copy(update={"besluitstatus": "concept"})
    concept = proefdorp.model_copy(update={"gegevens": gegevens})
    assert concept.gegevens.besluitdatum is not None
    assert tell_besluit(concept) == "Concept"
