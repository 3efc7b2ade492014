"""Groups: what both surveys know about the ways in which they divide people."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeVar

from generator.model.peilingen import Antwoordgroep, Draagvlakscore

type_row = TypeVar("type_row", Antwoordgroep, Draagvlakscore)


def list_rows(rows: Iterable[type_row], veld: str, known: Iterable[str]) -> list[type_row]:
    """The rows of one way to divide people: by group, and the groups that were taken together.

    A sum names its groups only; which division it belongs to is known from what they are.
    """
    names = set(known)
    return [
        row
        for row in rows
        if getattr(row, veld) or (row.samengevoegd and names.issuperset(row.samengevoegd))
    ]
