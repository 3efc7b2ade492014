"""Dutch notation, and links from page to page."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from generator.model.datums import parse_periode
from generator.model.paden import pad_actie
from generator.present.formats import (
    format_alineas,
    format_bedrag,
    format_datum,
    format_eerste_zin,
    format_effect,
    format_getal,
    format_periode,
    format_verschil,
    format_waarde,
)
from generator.present.links import href


@pytest.mark.parametrize(
    ("value", "decimalen", "shown"),
    [
        (Decimal("12345.6"), None, "12.345,6"),
        (Decimal(9091), 0, "9.091"),
        (Decimal("0.5"), 2, "0,50"),
        (Decimal(-4), 0, "−4"),
        (Decimal("2.25"), 1, "2,3"),
        (Decimal("172.5"), 0, "173"),
        (Decimal("-0.04"), 1, "0,0"),
        (36, None, "36"),
    ],
)
def test_number_has_a_decimal_comma_and_points_for_thousands(
    value: Decimal | int, decimalen: int | None, shown: str
) -> None:
    """Numbers read as Dutch readers write them."""
    assert format_getal(value, decimalen) == shown


def test_unit_follows_the_number() -> None:
    """A percentage sticks to its number; a change of it is in procentpunt."""
    assert format_waarde(Decimal(22), "%") == "22%"
    assert format_waarde(Decimal(178), "kg per inwoner") == "178\xa0kg per inwoner"
    assert format_verschil(Decimal(-3), "%") == "3\xa0procentpunt"
    assert format_effect(Decimal("-0.4"), "%") == "−0,4\xa0procentpunt"
    assert format_effect(Decimal(4), "kton") == "+4\xa0kton"
    assert format_bedrag(Decimal(240000)) == "€\xa0240.000"


@pytest.mark.parametrize(
    ("typed", "shown"),
    [("2026", "2026"), ("2026-10", "oktober 2026"), ("2026-10-01", "1 oktober 2026")],
)
def test_period_is_shown_as_precisely_as_it_was_typed(typed: str, shown: str) -> None:
    """A month stays a month; nobody invents a day."""
    assert format_periode(parse_periode(typed)) == shown


def test_date_is_in_words() -> None:
    """Dates carry the name of the month."""
    assert format_datum(date(2025, 3, 18)) == "18 maart 2025"


def test_first_sentence_ends_at_its_full_stop() -> None:
    """A card shows one whole sentence; a number with a point in it does not end it."""
    assert format_eerste_zin("Wij tellen 1.200 tegels. En dan?") == "Wij tellen 1.200 tegels."
    assert format_eerste_zin("Zonder punt") == "Zonder punt"


def test_blank_line_starts_a_paragraph() -> None:
    """Two paragraphs in the data are two paragraphs on the page."""
    assert format_alineas("een\ntwee\n\ndrie") == ("een", "twee", "drie")


@pytest.mark.parametrize(
    ("start", "to", "address"),
    [
        ("index", "acties/index", "acties/index.html"),
        ("acties/a-0001", "acties/index", "index.html"),
        ("acties/a-0001", "teams/vth", "../teams/vth.html"),
        ("over/bronnen", "csv/x.csv", "../csv/x.csv"),
        ("index", "over/begrippen#mki", "over/begrippen.html#mki"),
        ("aanpak", "index", "index.html"),
    ],
)
def test_link_is_relative_so_that_the_site_works_anywhere(
    start: str, to: str, address: str
) -> None:
    """The same pages work on a server, in a sub-path and from a disk."""
    assert href(start, to) == address


def test_action_has_a_lower_case_address() -> None:
    """Addresses are lower case, whatever the id looks like."""
    assert pad_actie("A-0001") == "acties/a-0001"
