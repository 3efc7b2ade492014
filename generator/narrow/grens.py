"""Which groups are so small that a number would tell of one of them, by subtraction as well.

Hiding one group of a whole is not enough: the whole minus the others gives it away. Hidden groups
are therefore taken together, at least two of them and at least the smallest size, and only their
sum is shown.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Final

EENSTEMMIG: Final = 2
"""A group below this many times the smallest size is also hidden when all its answers are equal.

Source: DOMAIN 4, rule 7.
"""
MINSTENS_SAMEN: Final = 2
"""How many groups a sum must be of, to hide which of them said what."""
type_verdeling = tuple[int, ...]
"""One answer of a group: how many people chose each option, or only how many they are."""
type_groepen = Mapping[str, Sequence[type_verdeling]]
"""Per group its answers to each question, all in the same order; zeros where it gave none."""


def hide_number(number: int | None, grens: int) -> int | None:
    """A number of people; None when they are few."""
    return None if number is not None and 0 < number < grens else number


def is_small(answer: type_verdeling, grens: int) -> bool:
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
    together = add_answers(answers)
    size = sum(together)
    extremes = {len(answers), len(answers) * (grens - 1)}
    is_told = len(answers) < MINSTENS_SAMEN or size < grens or size in extremes
    return size > 0 and (is_told or _is_equal(together))


def add_answers(answers: Iterable[type_verdeling]) -> type_verdeling:
    """The answers of some groups together."""
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
    hidden = {name for name in filled if any(is_small(item, grens) for item in groepen[name])}
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


def may_show(answers: Sequence[type_verdeling], grens: int) -> bool:
    """Whether the sum of these hidden groups can be shown; no groups are nothing to hide."""
    return not answers or not (_is_partial(answers) or _is_revealing(answers, grens))
