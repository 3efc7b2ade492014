"""Each kind of value has its spellings: what is read, and what is refused with which advice."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.findings import Code
from generator.model import datums, waarden
from generator.model.datums import MAANDEN, Periode, parse_periode
from generator.model.waarden import WaardeError

GELEZEN: list[tuple[Callable[[object], object], object, object]] = [
    (waarden.parse_tekst, "  Proef ", "Proef"),
    (waarden.parse_tekst, 2050, "2050"),
    (waarden.parse_tekst, "een\n\ntwee\tdrie", "een\n\ntwee\tdrie"),
    (waarden.parse_geheel, 12, 12),
    (waarden.parse_geheel, "-12", -12),
    (waarden.parse_geheel, "0", 0),
    (waarden.parse_getal, 12, Decimal(12)),
    (waarden.parse_getal, "12,50", Decimal("12.50")),
    (waarden.parse_getal, "-0,4", Decimal("-0.4")),
    (waarden.parse_positief, "0", Decimal(0)),
    (waarden.parse_janee, True, True),
    (waarden.parse_janee, False, False),
    (datums.parse_jaar, 2030, 2030),
    (datums.parse_jaar, "1994", 1994),
    (datums.parse_datum, "2028-02-29", date(2028, 2, 29)),
    (datums.parse_datum, date(2026, 10, 1), date(2026, 10, 1)),
    (waarden.parse_sleutel, "openbare_ruimte", "openbare_ruimte"),
    (waarden.parse_sleutel, "A-0001", "A-0001"),
    (waarden.parse_sleutel, "BS-01", "BS-01"),
    (waarden.parse_sleutel, "R3", "R3"),
    (waarden.parse_sleutel, "D", "D"),
    (waarden.parse_adres, "https://www.cbs.nl/a?b=1#c", "https://www.cbs.nl/a?b=1#c"),
    (waarden.parse_adres, "http://proefdorp.example", "http://proefdorp.example"),
    (waarden.parse_postbus, "circulair@proefdorp.example", "circulair@proefdorp.example"),
]

GEWEIGERD: list[tuple[Callable[[object], object], object, Code, str]] = [
    (waarden.parse_tekst, True, Code.TEKST_ONGELDIG, "zet de tekst tussen aanhalingstekens"),
    (waarden.parse_tekst, ["a"], Code.TEKST_ONGELDIG, "zet de tekst tussen aanhalingstekens"),
    (waarden.parse_tekst, "  ", Code.TEKST_ONGELDIG, "vul de tekst in"),
    (waarden.parse_tekst, "a\x00b", Code.TEKST_ONGELDIG, "typ het woord rond die plek opnieuw"),
    (waarden.parse_tekst, "a\u2028b", Code.TEKST_ONGELDIG, "typ het woord rond die plek opnieuw"),
    (waarden.parse_geheel, "012", Code.GETAL_ONGELDIG, "schrijf 12: zonder nul ervoor"),
    (waarden.parse_geheel, "000", Code.GETAL_ONGELDIG, "schrijf 0: zonder nul ervoor"),
    (waarden.parse_geheel, "1:30", Code.GETAL_ONGELDIG, "schrijf alleen het getal"),
    (waarden.parse_geheel, "1.200", Code.GETAL_ONGELDIG, "schrijf 1200: zonder punt"),
    (waarden.parse_geheel, "12,5", Code.GETAL_ONGELDIG, "zonder decimalen"),
    (waarden.parse_geheel, True, Code.GETAL_ONGELDIG, "schrijf alleen het getal"),
    (waarden.parse_getal, "12.5", Code.GETAL_ONGELDIG, "schrijf 12,5"),
    (waarden.parse_getal, "0.123", Code.GETAL_ONGELDIG, "schrijf 0,123"),
    (waarden.parse_getal, "1.234", Code.GETAL_DUBBELZINNIG, "schrijf 1234 of 1,234"),
    (waarden.parse_getal, "-1.234", Code.GETAL_DUBBELZINNIG, "schrijf -1234 of -1,234"),
    (waarden.parse_getal, "1.234.567", Code.GETAL_ONGELDIG, "schrijf 1234567: zonder punten"),
    (waarden.parse_getal, "1.234,5", Code.GETAL_ONGELDIG, "schrijf 1234,5: zonder punten"),
    (waarden.parse_getal, "12%", Code.GETAL_ONGELDIG, "schrijf 12:"),
    (waarden.parse_getal, "1e5", Code.GETAL_ONGELDIG, "schrijf alleen het getal"),
    (waarden.parse_getal, "٣", Code.GETAL_ONGELDIG, "schrijf alleen het getal"),
    (waarden.parse_getal, None, Code.GETAL_ONGELDIG, "schrijf alleen het getal"),
    (waarden.parse_positief, "-0,5", Code.GETAL_ONGELDIG, "schrijf 0 of een hoger getal"),
    (waarden.parse_janee, "ja", Code.JANEE_ONGELDIG, "schrijf true"),
    (waarden.parse_janee, "no", Code.JANEE_ONGELDIG, "schrijf false"),
    (waarden.parse_janee, "True", Code.JANEE_ONGELDIG, "schrijf true: met kleine letters"),
    (waarden.parse_janee, 1, Code.JANEE_ONGELDIG, "schrijf true of false"),
    (datums.parse_jaar, "23", Code.DATUM_ONGELDIG, "schrijf vier cijfers"),
    (datums.parse_jaar, 20280, Code.DATUM_ONGELDIG, "schrijf vier cijfers"),
    (datums.parse_jaar, 1899, Code.DATUM_ONGELDIG, "controleer het jaartal"),
    (datums.parse_jaar, 2201, Code.DATUM_ONGELDIG, "controleer het jaartal"),
    (datums.parse_datum, "2025-02-30", Code.DATUM_ONGELDIG, "bijvoorbeeld 2025-02-28"),
    (datums.parse_datum, "2025-13-01", Code.DATUM_ONGELDIG, "schrijf een maand van 01"),
    (datums.parse_datum, "2025-00-01", Code.DATUM_ONGELDIG, "schrijf een maand van 01"),
    (datums.parse_datum, "01-10-2026", Code.DATUM_ONGELDIG, "schrijf 2026-10-01"),
    (datums.parse_datum, "vandaag", Code.DATUM_ONGELDIG, "schrijf jaar-maand-dag"),
    (datums.parse_periode, "jul-26", Code.DATUM_ONGELDIG, "schrijf 2026-07"),
    (datums.parse_periode, "mrt-25", Code.DATUM_ONGELDIG, "schrijf 2025-03"),
    (datums.parse_periode, "2026-7", Code.DATUM_ONGELDIG, "schrijf 2026-07"),
    (datums.parse_datum, "2026-10", Code.DATUM_ONGELDIG, "schrijf jaar-maand-dag"),
    (datums.parse_periode, "7 Maart 2026", Code.DATUM_ONGELDIG, "schrijf 2026-03-07"),
    (datums.parse_periode, "mei 2026", Code.DATUM_ONGELDIG, "schrijf 2026-05"),
    (datums.parse_periode, "9-2026", Code.DATUM_ONGELDIG, "schrijf 2026-09"),
    (datums.parse_periode, "30 februari", Code.DATUM_ONGELDIG, "schrijf 2026, 2026-10"),
    (datums.parse_periode, "2026-Q1", Code.DATUM_ONGELDIG, "schrijf 2026, 2026-10"),
    (datums.parse_periode, True, Code.DATUM_ONGELDIG, "schrijf 2026, 2026-10"),
    (waarden.parse_sleutel, "Openbare ruimte", Code.SLEUTEL_ONGELDIG, "schrijf openbare_ruimte"),
    (waarden.parse_sleutel, "enquête", Code.SLEUTEL_ONGELDIG, "schrijf enquete"),
    (waarden.parse_sleutel, "../teams", Code.SLEUTEL_ONGELDIG, "schrijf teams:"),
    (waarden.parse_sleutel, "wegen\n", Code.SLEUTEL_ONGELDIG, "schrijf wegen:"),
    (waarden.parse_sleutel, "2030", Code.SLEUTEL_ONGELDIG, "gebruik kleine letters"),
    (waarden.parse_sleutel, True, Code.SLEUTEL_ONGELDIG, "gebruik kleine letters"),
    (waarden.parse_adres, "www.cbs.nl", Code.ADRES_ONGELDIG, "schrijf het hele adres"),
    (waarden.parse_adres, "javascript:alert(1)", Code.ADRES_ONGELDIG, "schrijf het hele adres"),
    (waarden.parse_adres, "data:text/html,x", Code.ADRES_ONGELDIG, "schrijf het hele adres"),
    (waarden.parse_adres, "https://", Code.ADRES_ONGELDIG, "schrijf het hele adres"),
    (waarden.parse_adres, "https://[::1", Code.ADRES_ONGELDIG, "schrijf het hele adres"),
    (waarden.parse_adres, "https://a.nl/b c", Code.ADRES_ONGELDIG, "schrijf het hele adres"),
    (waarden.parse_postbus, "Team Wegen", Code.ADRES_ONGELDIG, "schrijf bijvoorbeeld"),
    (waarden.parse_postbus, "a@b", Code.ADRES_ONGELDIG, "schrijf bijvoorbeeld"),
    (waarden.parse_postbus, "a@b.nl?cc=x", Code.ADRES_ONGELDIG, "schrijf bijvoorbeeld"),
]


@pytest.mark.parametrize(("parse", "written", "read"), GELEZEN)
def test_accepted_spelling_is_read(
    parse: Callable[[object], object], written: object, read: object
) -> None:
    """What the manual allows is read as the value that it stands for."""
    assert parse(written) == read
    assert type(parse(written)) is type(read)


@pytest.mark.parametrize(("parse", "written", "code", "advice"), GEWEIGERD)
def test_refused_spelling_says_what_to_type(
    parse: Callable[[object], object], written: object, code: Code, advice: str
) -> None:
    """Every other spelling is refused, with what to type instead."""
    with pytest.raises(WaardeError) as caught:
        parse(written)
    assert caught.value.type == code
    assert advice in (caught.value.context or {})["oplossing"]


@pytest.mark.parametrize(
    ("written", "begin", "eind"),
    [
        ("2026", date(2026, 1, 1), date(2026, 12, 31)),
        (2026, date(2026, 1, 1), date(2026, 12, 31)),
        ("2026-10", date(2026, 10, 1), date(2026, 10, 31)),
        ("2028-02", date(2028, 2, 1), date(2028, 2, 29)),
        ("2100-02", date(2100, 2, 1), date(2100, 2, 28)),
        ("2026-10-07", date(2026, 10, 7), date(2026, 10, 7)),
    ],
)
def test_period_runs_from_its_first_to_its_last_day(
    written: object, begin: date, eind: date
) -> None:
    """A year, a month and a day each have a first and a last day, and show as typed."""
    periode = parse_periode(written)
    assert (periode.begin, periode.eind, str(periode)) == (begin, eind, str(written))
    assert parse_periode(periode) is periode


def test_months_have_dutch_names() -> None:
    """A message about a date names the month in Dutch."""
    with pytest.raises(WaardeError, match="30 februari 2025 bestaat niet"):
        datums.parse_datum("2025-02-30")
    assert len(MAANDEN) == 12


@given(st.dates(date(1900, 1, 1), date(2200, 12, 31)))
def test_every_existing_day_is_a_date_and_a_period(day: date) -> None:
    """Any day in the calendar can be written as year, month and day."""
    assert datums.parse_datum(day.isoformat()) == day
    assert parse_periode(day.isoformat()) == Periode(day.isoformat(), day, day)


@given(st.decimals(-(10**9), 10**9, places=3))
def test_number_with_a_comma_is_exact(number: Decimal) -> None:
    """A number with a decimal comma keeps every decimal that was typed."""
    written = f"{number:f}".replace(".", ",")
    assert waarden.parse_getal(written) == number


@given(st.text() | st.none() | st.booleans() | st.lists(st.text()) | st.integers())
def test_any_value_is_read_or_refused(value: object) -> None:
    """No value makes a parser fail in another way than by refusing it."""
    for parse in (
        waarden.parse_tekst,
        waarden.parse_geheel,
        waarden.parse_getal,
        waarden.parse_positief,
        waarden.parse_janee,
        datums.parse_jaar,
        datums.parse_datum,
        datums.parse_periode,
        waarden.parse_sleutel,
        waarden.parse_adres,
        waarden.parse_postbus,
    ):
        with suppress(WaardeError):
            parse(value)


def test_long_values_are_cut_in_messages() -> None:
    """A message never repeats a whole page that stood where a number was expected."""
    assert len(waarden.show("x" * 500)) < 70
    assert waarden.show({"a": 1}) == "een blok met velden"


@pytest.mark.parametrize("parse", [waarden.parse_geheel, waarden.parse_getal, waarden.parse_tekst])
def test_endless_value_is_refused_with_advice(parse: Callable[[object], object]) -> None:
    """Nobody means a number of five thousand digits, or a field that is a whole book."""
    with pytest.raises(WaardeError):
        parse("9" * 20_000)
