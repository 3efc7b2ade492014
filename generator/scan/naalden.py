"""Needles: in which rows of words a secret would show itself, and which secrets cannot be told."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from generator.scan.decoding import decode, list_words
from generator.scan.geheimen import Waarde

VENSTER: Final = 8
"""Words in a row that are enough to know a long text by."""
LANG: Final = 5
"""From this many words on, a text that stands nowhere in public does not come about by chance."""
LETTERS: Final = 4
"""Letters that a single word needs at least, before it is looked for."""
SLEUTELTEKENS: Final = 4
"""Characters that an id needs at least."""
CIJFERS: Final = 5
"""Digits that a number needs at least before the comma."""
BETEKENIS: Final = 4
"""Digits that say something (not the zeros at the end) to be told from a rounded number."""
AFGEROND: Final = 3
"""Numbers of this many such digits count only among others, or on the page of their record."""
DECIMALEN: Final = (3, 6)
"""For a number with decimals: digits before the comma, and digits in all, at least."""


@dataclass(frozen=True, slots=True, eq=False)
class Naald:
    """A row of words that gives a secret away.

    Attributes:
        geheim: where the words come from.
        words: the words, in the form of `list_words`.
        is_rond: whether the number alone could be another one.
        vormen: other ways to write the same, of which one that is public explains all.
        toets: the regular expression that must match besides, where words do not say enough.
    """

    geheim: Waarde
    words: tuple[bytes, ...]
    is_rond: bool = False
    vormen: tuple[tuple[bytes, ...], ...] = ()
    toets: str = ""


_ZIN = re.compile(r"[.!?:;]+(?:\s+|$)|\n+")
_DUIZEND = r"[.\s'’]"
_CIJFER = re.compile(rb"[0-9]")


def iter_naalden(geheim: Waarde) -> Iterator[Naald]:
    """The needles of one secret; none when it cannot be told from what is public."""
    if not isinstance(geheim.inhoud, str):
        yield from _iter_getal(geheim, Decimal(geheim.inhoud))
    elif geheim.is_id:
        yield from _iter_sleutel(geheim, geheim.inhoud)
    else:
        yield from _iter_tekst(geheim, decode(geheim.inhoud))


def _iter_tekst(geheim: Waarde, text: str) -> Iterator[Naald]:
    words = list_words(text)
    if len(words) < LANG:
        if _count_letters(words) >= LETTERS:
            yield Naald(geheim, tuple(words))
        return
    sentences = [list_words(part) for part in _ZIN.split(text)]
    for sentence in [part for part in sentences if len(part) >= LANG] or [words]:
        for start in range(0, len(sentence), VENSTER):
            # The last one ends where the sentence ends.
            first = max(0, min(start, len(sentence) - VENSTER))
            yield Naald(geheim, tuple(sentence[first : first + VENSTER]))


def _count_letters(words: Sequence[bytes]) -> int:
    """Letters in words that are no numbers."""
    return sum(len(word) for word in words if not word.isdigit())


def _iter_sleutel(geheim: Waarde, key: str) -> Iterator[Naald]:
    """An id is known by its parts with a hyphen or an underscore between them, as in addresses."""
    words = tuple(list_words(key))
    has_digit = any(map(_CIJFER.search, words))
    if len(words) == 1 and not has_digit:
        yield from _iter_tekst(geheim, key)
    elif len(key) >= SLEUTELTEKENS:
        body = "[-_./]".join(re.escape(part) for part in re.split(r"[-_./]", key))
        # Short ones only as typed: `b-01` may be anything.
        is_long = sum(map(len, words)) > SLEUTELTEKENS
        # Its first character goes first, because Python finds that quickly.
        toets = rf"{key[0]}(?<![^\W_].){body[1:]}(?![^\W_])"
        yield Naald(geheim, words, toets=f"(?i:{toets})" if is_long else toets)


def _iter_getal(geheim: Waarde, value: Decimal) -> Iterator[Naald]:
    """A number is known with and without thousands separators, between characters that end it."""
    whole, _, rest = f"{abs(value):f}".partition(".")
    rest = rest.rstrip("0")
    telling = len((whole + rest).strip("0"))
    if rest:
        before, total = DECIMALEN
        if len(whole) < before or len(whole + rest) < total:
            return
    elif len(whole) < CIJFERS or telling < AFGEROND:
        return
    is_rond = not rest and telling < BETEKENIS
    groups = [whole[max(0, end - 3) : end] for end in range(len(whole), 0, -3)][::-1]
    tail = rf"[.,]{rest}0*" if rest else r"(?:[.,]0+)?"
    notations = tuple(dict.fromkeys(((whole,), tuple(groups))))
    decimals = [rest] if rest else []
    vormen = tuple(tuple(part.encode() for part in (*parts, *decimals)) for parts in notations)
    for parts, words in zip(notations, vormen, strict=True):
        # A number with a point behind a bracket, a colon or a minus is one with decimals in a list.
        before_it = r"(?<![\w.])" if len(parts) == 1 else r"(?<![\w.,:\[-])"
        toets = rf"{before_it}{_DUIZEND.join(parts)}{tail}(?![^\W_]|\.?\d)"
        yield Naald(geheim, words, is_rond=is_rond, vormen=vormen, toets=toets)
