"""Dates: a day, a month or a year, in the one spelling that sorts; others are explained."""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date
from typing import Annotated, Final

from pydantic import BeforeValidator, PlainValidator

from generator.findings import Code
from generator.model.vormen import vorm
from generator.model.waarden import WaardeError, show

MAANDEN: Final = (
    "januari",
    "februari",
    "maart",
    "april",
    "mei",
    "juni",
    "juli",
    "augustus",
    "september",
    "oktober",
    "november",
    "december",
)
EERSTE_JAAR, LAATSTE_JAAR = 1900, 2200

_DATUM = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})")
_PERIODE = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")
_NEDERLANDS = re.compile(r"([0-9]{1,2})[-/.]([0-9]{1,2})[-/.]([0-9]{4})")
_MAAND_JAAR = re.compile(r"([0-9]{1,2})[-/.]([0-9]{4})")
_KORT = re.compile(r"([0-9]{4})-([0-9])")
_WOORDEN = re.compile(rf"(?:([0-9]{{1,2}}) )?({'|'.join(MAANDEN)}) ([0-9]{{4}})")
_EXCEL = re.compile(r"(jan|feb|mrt|maa|apr|mei|jun|jul|aug|sep|okt|nov|dec)-([0-9]{2})")


@vorm(
    "een jaar, bijvoorbeeld 2030",
    type=["integer", "string"],
    pattern=r"^[0-9]{4}$",
    minimum=EERSTE_JAAR,
    maximum=LAATSTE_JAAR,
)
def parse_jaar(value: object) -> int:
    """A calendar year of four digits."""
    if isinstance(value, bool) or not re.fullmatch(r"[0-9]{4}", str(value)):
        is_provisional = re.fullmatch(r"[0-9]{4} ?\*", str(value))
        raise WaardeError(
            Code.DATUM_ONGELDIG,
            f"{show(value)} is geen jaartal",
            f"schrijf {str(value)[:4]}, en zet true bij voorlopig"
            if is_provisional
            else "schrijf vier cijfers, bijvoorbeeld 2030",
        )
    year = int(str(value))
    if not EERSTE_JAAR <= year <= LAATSTE_JAAR:
        raise WaardeError(
            Code.DATUM_ONGELDIG,
            f"het jaar {year} ligt buiten {EERSTE_JAAR}-{LAATSTE_JAAR}",
            "controleer het jaartal",
        )
    return year


def _make_date(value: object, year: str, month: str, day: str) -> date:
    jaar, maand, dag = parse_jaar(year), int(month), int(day)
    if not 1 <= maand <= len(MAANDEN):
        raise WaardeError(
            Code.DATUM_ONGELDIG,
            f"maand {month} bestaat niet in {show(value)}",
            "schrijf een maand van 01 tot en met 12",
        )
    last = calendar.monthrange(jaar, maand)[1]
    if not 1 <= dag <= last:
        raise WaardeError(
            Code.DATUM_ONGELDIG,
            f"{dag} {MAANDEN[maand - 1]} {jaar} bestaat niet",
            f"schrijf een dag van 01 tot en met {last}, bijvoorbeeld {year}-{month}-{last}",
        )
    return date(jaar, maand, dag)


@vorm(
    "een dag, bijvoorbeeld 2026-10-01",
    type="string",
    pattern=r"^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$",
)
def parse_datum(value: object) -> date:
    """A day, written as JJJJ-MM-DD."""
    if isinstance(value, date):
        return value
    if isinstance(value, str) and (found := _DATUM.fullmatch(value)):
        return _make_date(value, *found.groups())
    raise WaardeError(
        Code.DATUM_ONGELDIG,
        f"{show(value)} is geen datum",
        _read_datum(value) or "schrijf jaar-maand-dag, bijvoorbeeld 2026-10-01",
    )


def _read_datum(value: object) -> str | None:
    """What to type instead of a date in a Dutch or an Excel spelling; None when unclear."""
    text = str(value)
    if found := _NEDERLANDS.fullmatch(text):
        day, month, year = found.groups()
        return f"schrijf {year}-{int(month):02}-{int(day):02}"
    if found := _MAAND_JAAR.fullmatch(text):
        return f"schrijf {found.group(2)}-{int(found.group(1)):02}"
    if found := _KORT.fullmatch(text):
        return f"schrijf {found.group(1)}-{int(found.group(2)):02}"
    if found := _WOORDEN.fullmatch(text.lower()):
        day, name, year = found.groups()
        dag = f"-{int(day):02}" if day else ""
        return f"schrijf {year}-{MAANDEN.index(name) + 1:02}{dag}"
    if found := _EXCEL.fullmatch(text.lower()):
        kort = found.group(1).replace("mrt", "maa")
        month = next(n for n, naam in enumerate(MAANDEN, 1) if naam.startswith(kort))
        advies = f"schrijf 20{found.group(2)}-{month:02}"
        return f"Excel heeft deze datum veranderd; {advies} (maak de kolom in Excel eerst Tekst)"
    return None


@dataclass(frozen=True, slots=True)
class Periode:
    """A year, a month or a day: everything from `begin` up to and including `eind`."""

    tekst: str
    begin: date
    eind: date

    def __str__(self) -> str:
        """As it was typed."""
        return self.tekst


def show_datum(value: date) -> str:
    """A day in words: `1 oktober 2026`."""
    return f"{value.day} {MAANDEN[value.month - 1]} {value.year}"


@vorm(
    "een jaar, maand of dag: 2026, 2026-10 of 2026-10-01",
    type=["integer", "string"],
    pattern=r"^[0-9]{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?$",
    minimum=EERSTE_JAAR,
    maximum=LAATSTE_JAAR,
)
def parse_periode(value: object) -> Periode:
    """A Periode from JJJJ, JJJJ-MM or JJJJ-MM-DD."""
    if isinstance(value, Periode):
        return value
    found = None if isinstance(value, bool) else _PERIODE.fullmatch(str(value))
    if found is None:
        raise WaardeError(
            Code.DATUM_ONGELDIG,
            f"{show(value)} is geen jaar, maand of dag",
            _read_datum(value) or "schrijf 2026, 2026-10 of 2026-10-01",
        )
    year, month, day = found.groups()
    if day:
        moment = _make_date(value, year, month, day)
        return Periode(str(value), moment, moment)
    begin = _make_date(value, year, month or "01", "01")
    last_month = begin.month if month else len(MAANDEN)
    last_day = calendar.monthrange(begin.year, last_month)[1]
    return Periode(str(value), begin, date(begin.year, last_month, last_day))


Jaar = Annotated[int, BeforeValidator(parse_jaar)]
Datum = Annotated[date, PlainValidator(parse_datum)]
Moment = Annotated[Periode, PlainValidator(parse_periode)]
