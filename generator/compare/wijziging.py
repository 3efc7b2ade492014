"""What a comparison gives: which records changed, field by field, with both values as they are."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from generator.model.basis import Model


class Wat(StrEnum):
    """What happened to a record."""

    NIEUW = "nieuw"
    WEG = "weg"
    HERNOEMD = "hernoemd"
    GEWIJZIGD = "gewijzigd"


@dataclass(frozen=True, slots=True)
class Veldwijziging:
    """One field with another value.

    Attributes:
        veld: the name of the field; `tekst` for the words of a page of prose.
        oud: the value then; None where it was not filled in.
        nieuw: the value now.
        delen: what changed in the records that the field holds.
        is_volgorde: whether only the order changed.
    """

    veld: str
    oud: Any
    nieuw: Any
    delen: tuple[Deelwijziging, ...] = ()
    is_volgorde: bool = False


@dataclass(frozen=True, slots=True)
class Deelwijziging:
    """A record within a record: new (`oud` is None), gone (`nieuw` is None), or with changes."""

    oud: Model | None
    nieuw: Model | None
    velden: tuple[Veldwijziging, ...] = ()


@dataclass(frozen=True, slots=True)
class Wijziging:
    """A record that is new, gone or changed.

    Attributes:
        soort: what a reference calls it; `proza` for a page, `gegevens` for the programme itself.
        id: its id now, or what it was for a record that is gone.
        oud: the record then.
        nieuw: the record now.
        velden: what changed in it.
    """

    soort: str
    id: str
    wat: Wat
    oud: Model | None
    nieuw: Model | None
    velden: tuple[Veldwijziging, ...] = ()
