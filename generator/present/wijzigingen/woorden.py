"""Values as readers know them: terms and records by name, numbers and dates in Dutch."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from enum import StrEnum
from functools import cached_property
from typing import Any, Final

from generator.model.basis import Model, Verwijzing, list_references
from generator.model.datums import Periode
from generator.model.programma import COLLECTIES, Programma
from generator.present.formats import (
    HARDE_SPATIE,
    format_bedrag,
    format_datum,
    format_getal,
    format_opsomming,
    format_periode,
)

KORT: Final = 60
"""Up to so many characters a text is quoted; of a longer one the words are counted."""
EIGENNAMEN: Final = frozenset({"overheidslaag"})
"""Vocabularies whose terms are names."""
MET_SOORT: Final = frozenset({"team", "thema", "afdeling"})
"""Kinds that are always written with their kind. Source: READERS 5."""


class Woorden:
    """The names that two versions of a programme know; those of now come first."""

    def __init__(self, oud: Programma, nieuw: Programma) -> None:
        self._versions = (oud, nieuw)

    @cached_property
    def _terms(self) -> Mapping[tuple[str, str], str]:
        return {
            (lijst.id, term.id): term.naam
            for version in self._versions
            for lijst in version.woordenlijsten
            for term in lijst.termen
        }

    @cached_property
    def _records(self) -> Mapping[tuple[str, str], Model]:
        found: dict[tuple[str, str], Model] = {}
        for version in self._versions:
            for soort, name in COLLECTIES.items():
                found |= {(soort, item.id): item for item in getattr(version, name)}
            for thema in version.themas:
                found |= {("deelonderwerp", item.id): item for item in thema.deelonderwerpen}
        return found

    def term(self, woordenlijst: str, identifier: str) -> str:
        """A term as it stands within a sentence."""
        naam = self._terms.get((woordenlijst, identifier), identifier.replace("_", " "))
        return naam if woordenlijst in EIGENNAMEN else lower_first(naam)

    def record(self, soort: str, identifier: str) -> str:
        """A record by its name; teams and themes with their kind, actions with their number."""
        found = self._records.get((soort, identifier))
        naam = getattr(found, "naam", None) or getattr(found, "titel", None)
        if naam is None or soort == "actie":
            return identifier
        return f"{soort} {naam}" if soort in MET_SOORT else str(naam)

    def eenheid(self, record: Model, owner: Model | None = None) -> str:
        """In what the value of a record is counted; empty where that is not said."""
        if name := getattr(record, "indicator", None):
            owner = self._records.get(("indicator", name))
        return str(getattr(owner, "eenheid", "") or "")

    def value(self, record: Model, name: str, value: Any, eenheid: str = "") -> str:
        """The value of a field of `record` in words."""
        marks = dict(list_references(type(record)))
        if isinstance(value, tuple):
            return format_opsomming([self.value(record, name, item) for item in value])
        if mark := marks.get(name):
            return self.reference(mark, str(value))
        return plain(_tell(name, value, eenheid) or self._tell_word(value))

    def reference(self, mark: Verwijzing, identifier: str) -> str:
        """What a reference leads to, by name."""
        if mark.woordenlijst:
            return self.term(mark.soort, identifier)
        return self.record(mark.soort, identifier)

    def _tell_word(self, value: Any) -> str:
        if isinstance(value, StrEnum):
            return self.term(type(value).__name__.lower(), value.value)
        return quote(str(value))


def _tell(name: str, value: Any, eenheid: str) -> str:
    """A number, a date, or yes or no, in Dutch; empty for anything else."""
    if isinstance(value, bool):
        return "ja" if value else "nee"
    if isinstance(value, Periode):
        return format_periode(value)
    if isinstance(value, date):
        return format_datum(value)
    if isinstance(value, int | Decimal):
        return tell_number(name, value, eenheid)
    return ""


def tell_number(name: str, value: int | Decimal, eenheid: str = "") -> str:
    """A number with its unit; a year without a full stop."""
    is_year = name.endswith("jaar") and not name.endswith("_per_jaar")
    if is_year or name.startswith("periode_"):
        return str(value)
    if "_eur" in name and not name.endswith("_per_eur"):
        cents = Decimal(value) % 1
        return f"€ {format_getal(value, 2)}" if cents else format_bedrag(Decimal(value))
    if name.endswith("_pct"):
        return f"{format_getal(value)}%"
    if name.endswith("_ton") and "_per_" not in name:
        return f"{format_getal(value)} ton"
    space = "" if eenheid in {"", "%"} else " "
    return f"{format_getal(value)}{space}{eenheid}"


def plain(text: str) -> str:
    """The text with spaces that anybody can type."""
    return text.replace(HARDE_SPATIE, " ")


def quote(text: str) -> str:
    """A text between quotes, on one line."""
    return f"'{' '.join(text.split())}'"


def is_short(value: Any) -> bool:
    """Whether a text can be quoted within a sentence."""
    return not isinstance(value, str) or (len(value) <= KORT and "\n" not in value)


def lower_first(text: str) -> str:
    """A name within a sentence; codes and abbreviations (R3, MKI-eis) stay as they are."""
    return text[:1].lower() + text[1:] if text[1:2].islower() or text[1:2] == " " else text


def upper_first(text: str) -> str:
    """A sentence with its capital."""
    return text[:1].upper() + text[1:]
