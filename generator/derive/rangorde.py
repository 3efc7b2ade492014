"""Order: which of many hold most of a whole, and which stand highest and lowest."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from decimal import Decimal
from typing import TypeVar

from generator.model.regels.getallen import percent

type_item = TypeVar("type_item")


def rank(
    items: Iterable[type_item], weigh: Callable[[type_item], Decimal], enough: Decimal
) -> Iterator[tuple[type_item, Decimal, bool]]:
    """The items, the heaviest first, each with what it and all before it hold together.

    Args:
        items: what to put in order.
        weigh: the weight of an item, at least 0.
        enough: percent of the whole.

    Yields:
        The item, the running percentage, and whether it is one of the fewest that hold `enough`
        together. Of items with the same weight all are, or none; what weighs nothing never is.
    """
    ordered = sorted(items, key=weigh, reverse=True)
    whole = sum(map(weigh, ordered), Decimal(0))
    running = last = Decimal(0)
    for item in ordered:
        weight = weigh(item)
        is_needed = weight > 0 and (running < enough or weight == last)
        if is_needed:
            last = weight
        running += percent(weight, whole)
        yield item, running, is_needed


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
