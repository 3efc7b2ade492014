"""What the surveys share: rows of one way to divide people, and the highest and lowest of many."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import TypeVar

from generator.derive.feiten.peilingen import Stellingfeiten, Themadraagvlak
from generator.model.peilingen import Antwoordgroep, Draagvlakscore

type_row = TypeVar("type_row", Antwoordgroep, Draagvlakscore)
type_item = TypeVar("type_item", Stellingfeiten, Themadraagvlak)


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


def choose_extremes(
    scored: Sequence[tuple[type_item, Decimal | None]],
) -> tuple[tuple[type_item, ...], tuple[type_item, ...]]:
    """The items with the highest and those with the lowest score; no lowest when all are equal."""
    known = [(item, score) for item, score in scored if score is not None]
    scores = [score for _, score in known]
    if not scores:
        return (), ()
    top = tuple(item for item, score in known if score == max(scores))
    low = tuple(item for item, score in known if score == min(scores))
    return top, (low if min(scores) < max(scores) else ())
