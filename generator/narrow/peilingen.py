"""Surveys: groups that are too small are merged, so that no row or sum tells of one of them."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from decimal import ROUND_HALF_UP, Decimal
from typing import Final, TypeVar

from generator.model.peilingen import (
    Antwoordgroep,
    Bewustzijnsmeting,
    Draagvlakmeting,
    Draagvlakscore,
)
from generator.narrow.grens import (
    EENSTEMMIG,
    add_answers,
    choose_hidden,
    is_small,
    may_show,
    rank,
    type_verdeling,
)

UITERSTEN: Final = (1, 5)
"""Means that only equal answers give."""
ANTWOORDEN: Final = ("n1", "n2", "n3", "n4", "n5", "weet_niet")
type_row = TypeVar("type_row", Antwoordgroep, Draagvlakscore)
type_verdeeld = Mapping[str, Mapping[str, Antwoordgroep]]
"""The rows of one division, by group and statement."""


def merge_bewustzijn(meting: Bewustzijnsmeting, grens: int) -> Bewustzijnsmeting:
    """The survey by niveau and by afdeling: two ways to divide the same people.

    A group that is hidden once is hidden throughout, because who answers one statement mostly
    answers the next as well. The whole of a statement follows from either division, so a statement
    that one of them cannot show is in neither.
    """
    divisions = [_divide(meting.antwoorden, veld) for veld in ("niveau", "afdeling")]
    stellingen = tuple(dict.fromkeys(row.stelling for row in meting.antwoorden))
    withheld = {
        stelling
        for division in divisions
        for stelling in stellingen
        if is_small(add_answers(_list_answers(division, division, stelling)), grens)
    }
    asked = [stelling for stelling in stellingen if stelling not in withheld]
    hidden = [_choose_throughout(division, asked, grens) for division in divisions]
    withheld |= {
        stelling
        for division, names in zip(divisions, hidden, strict=True)
        for stelling in asked
        if not may_show(_list_answers(division, names, stelling), grens)
    }
    found = [
        item
        for division, names in zip(divisions, hidden, strict=True)
        for item in _merge_antwoorden(division, names)
        if item.stelling not in withheld
    ]
    antwoorden = _sort_as(meting.antwoorden, found)
    return meting.model_copy(update={"antwoorden": antwoorden})


def _sort_as(written: Sequence[type_row], found: Iterable[type_row]) -> tuple[type_row, ...]:
    """The rows in the order in which they were written; sums come last."""
    places = {row: place for place, row in enumerate(written)}
    return tuple(sorted(found, key=lambda row: places.get(row, len(places))))


def _divide(rows: Iterable[Antwoordgroep], veld: str) -> type_verdeeld:
    """The rows of one way to divide people, by group and statement."""
    division: dict[str, dict[str, Antwoordgroep]] = {}
    for row in rows:
        if name := getattr(row, veld):
            division.setdefault(name, {})[row.stelling] = row
    return division


def _list_answers(
    division: type_verdeeld, names: Iterable[str], stelling: str
) -> list[type_verdeling]:
    """What these groups answered to a statement; zeros for a group that gave no answer."""
    found = (division[name].get(stelling) for name in names)
    return [(*row.verdeling, row.weet_niet) if row else (0,) * len(ANTWOORDEN) for row in found]


def _choose_throughout(
    division: type_verdeeld, stellingen: Sequence[str], grens: int
) -> frozenset[str]:
    per_stelling = [_list_answers(division, division, stelling) for stelling in stellingen]
    columns = zip(*per_stelling, strict=True) if per_stelling else [()] * len(division)
    return choose_hidden(dict(zip(division, columns, strict=True)), grens)


def _merge_antwoorden(division: type_verdeeld, hidden: Collection[str]) -> Iterator[Antwoordgroep]:
    """The groups that may be shown, and behind them per statement the sum of the hidden ones."""
    for name, rows in division.items():
        if name not in hidden:
            yield from rows.values()
    together = tuple(sorted(hidden))
    for stelling in dict.fromkeys(key for name in together for key in division[name]):
        sums = add_answers(_list_answers(division, together, stelling))
        counts = dict(zip(ANTWOORDEN, sums, strict=True))
        yield Antwoordgroep(stelling=stelling, samengevoegd=together, **counts)


def merge_draagvlak(meting: Draagvlakmeting, grens: int) -> Draagvlakmeting:
    """The support per topic and moment; groups that are too small there are taken together.

    Which groups are taken along is the same everywhere as far as possible: the smallest overall.
    """
    topics: dict[tuple[object, ...], list[Draagvlakscore]] = {}
    for score in meting.scores:
        topic = (score.thema, score.deelonderwerp, score.kans, score.meetmoment)
        topics.setdefault(topic, []).append(score)
    scores: list[Draagvlakscore] = []
    for veld in ("team", "niveau"):
        volgorde = _rank_scores(meting.scores, veld)
        for rows in topics.values():
            division = {name: row for row in rows if (name := getattr(row, veld))}
            scores += _merge_scores(division, volgorde, grens)
    scores += [
        row
        for row in meting.scores
        if not (row.team or row.niveau) and not _is_small_score(row, grens)
    ]
    shown = tuple(_hide_gemotiveerd(row, grens) for row in _sort_as(meting.scores, scores))
    return meting.model_copy(update={"scores": shown})


def _rank_scores(scores: Iterable[Draagvlakscore], veld: str) -> list[str]:
    sizes: dict[str, list[type_verdeling]] = {}
    for score in scores:
        if name := getattr(score, veld):
            sizes.setdefault(name, []).append((score.n,))
    return rank(sizes)


def _is_small_score(row: Draagvlakscore, grens: int) -> bool:
    """Whether a mean is about too few people, or gives every answer of a small group away."""
    is_equal = row.score in UITERSTEN and row.n < EENSTEMMIG * grens
    return 0 < row.n < grens or is_equal


def _merge_scores(
    division: Mapping[str, Draagvlakscore], volgorde: Sequence[str], grens: int
) -> Iterator[Draagvlakscore]:
    """The groups that may be shown, and behind them the mean of the hidden ones together."""
    sizes: dict[str, list[type_verdeling]] = {
        # A group whose mean gives every answer away is as good as too small.
        name: [(min(row.n, grens - 1) if _is_small_score(row, grens) else row.n,)]
        for name, row in division.items()
    }
    hidden = choose_hidden(sizes, grens, volgorde)
    yield from (row for name, row in division.items() if name not in hidden)
    merged = [row for name, row in division.items() if name in hidden]
    if not merged or not may_show([(row.n,) for row in merged], grens):
        return
    size = sum(row.n for row in merged)
    mean = sum((row.n * row.score for row in merged), Decimal(0)) / size
    yield merged[0].model_copy(
        update={
            "team": None,
            "niveau": None,
            "n": size,
            # More digits would tell which means went into it.
            "score": mean.quantize(Decimal("0.1"), ROUND_HALF_UP),
            "gemotiveerd": None,
            "samengevoegd": tuple(sorted(hidden)),
        }
    )


def _hide_gemotiveerd(row: Draagvlakscore, grens: int) -> Draagvlakscore:
    """The row without the number of motivated people where that, or the others, are few."""
    if row.gemotiveerd is None:
        return row
    parts = (row.gemotiveerd, row.n - row.gemotiveerd)
    is_told = any(0 < part < grens for part in parts) or is_small(parts, grens)
    return row.model_copy(update={"gemotiveerd": None}) if is_told else row
