"""Columns: which fields of the model stand in a workbook, and of what kind their cells are."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from types import NoneType, UnionType
from typing import Annotated, Any, Final, Union, get_args, get_origin

from generator.model.acties import Actie
from generator.model.basis import Model, Verwijzing, describe_fields
from generator.model.datums import Periode
from generator.model.indicatoren import Meting
from generator.model.velden import iter_fields

ID: Final = "id"
"""The column that says which record a row is; nobody changes it."""
REEKS: Final = "reeks"
"""The field that says to which indicator a measurement belongs."""


class Soort(StrEnum):
    """What a cell holds, and so how it is shown and compared."""

    TEKST = "tekst"
    KEUZE = "keuze"
    JANEE = "ja of nee"
    GETAL = "getal"
    DATUM = "datum"
    MOMENT = "moment"


_SOORTEN: Final[tuple[tuple[type, Soort], ...]] = (
    (bool, Soort.JANEE),  # before int, of which it is a kind
    (int, Soort.GETAL),
    (Decimal, Soort.GETAL),
    (date, Soort.DATUM),
    (Periode, Soort.MOMENT),
    (StrEnum, Soort.KEUZE),  # before str, of which it is a kind
    (str, Soort.TEKST),
)


@dataclass(frozen=True, slots=True)
class Kolom:
    """One field as a column; `lijst` names what its cells choose from, empty for anything else."""

    naam: str
    soort: Soort
    uitleg: str
    lijst: str = ""
    is_verplicht: bool = False


@dataclass(frozen=True, slots=True)
class Blad:
    """A sheet with a row for each record, and a column for each field after that of the id.

    A record can be added in Excel only where the sheet `is_open`.
    """

    naam: str
    cls: type[Model]
    kolommen: Mapping[str, Kolom]
    is_open: bool = False

    @property
    def volgorde(self) -> tuple[str, ...]:
        """All fields of the record as people write them: its own first, then inherited ones."""
        return _order_fields(self.cls)


def _order_fields(cls: type[Model]) -> tuple[str, ...]:
    return tuple(name for name, _ in iter_fields(cls, frozenset()))


def _find_type(annotation: Any) -> type | None:
    """The class of the one value that a field may hold; None where it holds more than one."""
    if get_origin(annotation) in {Union, UnionType}:
        inner = [part for part in get_args(annotation) if part is not NoneType]
        return _find_type(inner[0]) if len(inner) == 1 else None
    if get_origin(annotation) is Annotated:
        return _find_type(get_args(annotation)[0])
    return annotation if isinstance(annotation, type) else None


def _make_kolom(cls: type[Model], name: str) -> Kolom | None:
    """The column of a field; None for a field that is no single value."""
    info = cls.model_fields[name]
    found = _find_type(info.annotation)
    if found is None or name == ID:
        return None
    soort = next((soort for kind, soort in _SOORTEN if issubclass(found, kind)), None)
    if soort is None:
        return None
    lijst = next((mark.soort for mark in info.metadata if isinstance(mark, Verwijzing)), "")
    if name == REEKS:
        lijst = "indicator"
    elif issubclass(found, StrEnum):
        lijst = name
    if lijst:
        soort = Soort.KEUZE
    uitleg = describe_fields(cls).get(name, "")
    return Kolom(name, soort, uitleg, lijst, info.is_required())


def _make_blad(naam: str, cls: type[Model], *, is_open: bool = False) -> Blad:
    made = (_make_kolom(cls, name) for name in _order_fields(cls))
    return Blad(naam, cls, {kolom.naam: kolom for kolom in made if kolom}, is_open)


def make_bladen() -> tuple[Blad, Blad]:
    """The two sheets that go out and come back: actions, and measurements."""
    return _make_blad("Acties", Actie), _make_blad("Metingen", Meting, is_open=True)
