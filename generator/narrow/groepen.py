"""Small groups: no number is about so few people that it tells of one, not by subtraction either.

Hiding one group of a whole is not enough: the whole minus the others gives it away. Hidden groups
are therefore taken together, at least two of them and at least the smallest size, and only their
sum is shown.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from decimal import ROUND_HALF_UP, Decimal
from typing import Any, TypeVar

from generator.model.draagvlak import Belemmering, Challenge
from generator.model.peilingen import (
    Antwoordgroep,
    Bewustzijnsmeting,
    Draagvlakmeting,
    Draagvlakscore,
)
from generator.model.programma import Programma

EENSTEMMIG = 2
"""A group below this many times the smallest size is also hidden when all its answers are equal.

Source: DOMAIN 4, rule 7.
"""
MINSTENS_SAMEN = 2
"""How many groups a sum must be of, to hide which of them said what."""
UITERSTEN = (1, 5)
"""Means that only equal answers give."""
ANTWOORDEN = ("n1", "n2", "n3", "n4", "n5", "weet_niet")
type_row = TypeVar("type_row", Antwoordgroep, Draagvlakscore)
type_verdeling = tuple[int, ...]
"""One answer of a group: how many people chose each option, or only how many they are."""
type_verdeeld = Mapping[str, Mapping[str, Antwoordgroep]]
"""The rows of one division, by group and statement."""
type_groepen = Mapping[str, Sequence[type_verdeling]]
"""Per group its answers to each question, all in the same order; zeros where it gave none."""


def hide_small_groups(programma: Programma) -> Programma:
    """The programme with every group below `kleinste_groep` hidden or merged, in any edition.

    Source: READERS 4, rules 2 and 3; DOMAIN 4, rule 7.
    """
    grens = programma.gegevens.kleinste_groep
    changes: dict[str, Any] = {}
    if programma.bewustzijn:
        changes["bewustzijn"] = _merge_bewustzijn(programma.bewustzijn, grens)
    if programma.draagvlak:
        changes["draagvlak"] = _merge_draagvlak(programma.draagvlak, grens)
    if programma.challenge:
        changes["challenge"] = _hide_opdrachten(programma.challenge, grens)
    if programma.belemmeringen:
        hidden = (_hide_belemmering(item, grens) for item in programma.belemmeringen)
        changes["belemmeringen"] = tuple(hidden)
    if programma.bijeenkomsten:
        changes["bijeenkomsten"] = tuple(
            item.model_copy(update={"deelnemers": _hide(item.deelnemers, grens)})
            for item in programma.bijeenkomsten
        )
    return programma.model_copy(update=changes) if changes else programma


def _hide(number: int | None, grens: int) -> int | None:
    return None if number is not None and 0 < number < grens else number


def _is_small(answer: type_verdeling, grens: int) -> bool:
    """Whether one group says something about a few people: too few, or all the same."""
    size = sum(answer)
    return 0 < size < grens or (_is_equal(answer) and size < EENSTEMMIG * grens)


def _is_equal(answer: type_verdeling) -> bool:
    return len(answer) > 1 and max(answer) == sum(answer) > 0


def _is_partial(answers: Sequence[type_verdeling]) -> bool:
    """Whether some of these groups were asked and others were not.

    Their sum then differs from the sum elsewhere by exactly the ones who were not asked.
    """
    return any(map(sum, answers)) and not all(map(sum, answers))


def _is_revealing(answers: Sequence[type_verdeling], grens: int) -> bool:
    """Whether the sum of these hidden groups gives one of them away.

    It does when it is the sum of one, when it is too small, when all in it answered the same (then
    so did each group), and when only one division over small groups is possible: all of the least
    or all of the largest size that is still too small.
    """
    together = _add(answers)
    size = sum(together)
    extremes = {len(answers), len(answers) * (grens - 1)}
    is_told = len(answers) < MINSTENS_SAMEN or size < grens or size in extremes
    return size > 0 and (is_told or _is_equal(together))


def _add(answers: Iterable[type_verdeling]) -> type_verdeling:
    return tuple(map(sum, zip(*answers, strict=True)))


def choose_hidden(
    groepen: type_groepen, grens: int, volgorde: Sequence[str] = ()
) -> frozenset[str]:
    """The groups of one whole that may only be shown together.

    Too small ones, and beside them others until no sum gives any of them away. When even all of
    them together are too few, all of them.

    Args:
        groepen: the groups that make up the whole.
        grens: the smallest group that may be shown.
        volgorde: which groups to take along first; the smallest, when it is not given.
    """
    filled = {name for name, answers in groepen.items() if any(map(sum, answers))}
    hidden = {name for name in filled if any(_is_small(item, grens) for item in groepen[name])}
    others = [name for name in volgorde or rank(groepen) if name in filled - hidden]
    while hidden and others and _is_any_revealing(groepen, hidden, grens):
        hidden.add(others.pop(0))
    return frozenset(hidden)


def rank(groepen: type_groepen) -> list[str]:
    """The names of the groups, the one with the fewest answers first."""
    return sorted(groepen, key=lambda name: (sum(map(sum, groepen[name])), name))


def _is_any_revealing(groepen: type_groepen, names: Collection[str], grens: int) -> bool:
    questions = zip(*(groepen[name] for name in names), strict=True)
    return any(_is_revealing(answers, grens) for answers in questions)


def _merge_bewustzijn(meting: Bewustzijnsmeting, grens: int) -> Bewustzijnsmeting:
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
        if _is_small(_add(_list_answers(division, division, stelling)), grens)
    }
    asked = [stelling for stelling in stellingen if stelling not in withheld]
    hidden = [_choose_throughout(division, asked, grens) for division in divisions]
    withheld |= {
        stelling
        for division, names in zip(divisions, hidden, strict=True)
        for stelling in asked
        if not _may_show(_list_answers(division, names, stelling), grens)
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
        sums = _add(_list_answers(division, together, stelling))
        counts = dict(zip(ANTWOORDEN, sums, strict=True))
        yield Antwoordgroep(stelling=stelling, samengevoegd=together, **counts)


def _merge_draagvlak(meting: Draagvlakmeting, grens: int) -> Draagvlakmeting:
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
    if not merged or not _may_show([(row.n,) for row in merged], grens):
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


def _may_show(answers: Sequence[type_verdeling], grens: int) -> bool:
    return not answers or not (_is_partial(answers) or _is_revealing(answers, grens))


def _hide_gemotiveerd(row: Draagvlakscore, grens: int) -> Draagvlakscore:
    """The row without the number of motivated people where that, or the others, are few."""
    if row.gemotiveerd is None:
        return row
    parts = (row.gemotiveerd, row.n - row.gemotiveerd)
    is_told = any(0 < part < grens for part in parts) or _is_small(parts, grens)
    return row.model_copy(update={"gemotiveerd": None}) if is_told else row


def _hide_belemmering(item: Belemmering, grens: int) -> Belemmering:
    """The barrier without a number of few people, or a team that does not agree to be named."""
    team = item.team if item.afgestemd_met_team else None
    return item.model_copy(update={"meldingen": _hide(item.meldingen, grens), "team": team})


def _hide_opdrachten(challenge: Challenge, grens: int) -> Challenge:
    """The challenge without assignments that too few people did; totals are of those shown.

    Where participants did one assignment each, the total less the others gives one away: then
    others are left out with it.
    """
    counted = {item.id: [(item.deelnemers,)] for item in challenge.opdrachten if item.deelnemers}
    if sum(number for ((number,),) in counted.values()) <= challenge.deelnemers:
        hidden = choose_hidden(counted, grens)
    else:
        hidden = frozenset(name for name, (size,) in counted.items() if _is_small(size, grens))
    shown = tuple(item for item in challenge.opdrachten if item.id not in hidden)
    return challenge.model_copy(update={"opdrachten": shown, "weggelaten": len(hidden)})
