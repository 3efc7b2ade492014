"""Likeness: which known word an advisor probably meant ("bedoelt u ...")."""

from __future__ import annotations

import difflib
import unicodedata
from collections.abc import Iterable
from functools import lru_cache

MEESTE_KEUZES = 12
LANGSTE_WOORD = 200
"""What is longer was no word."""
MEESTE_VERGELIJKEN = 1000
KORTSTE_DEEL = 3
"""A shorter word is part of too many others to say anything."""

# Words that advisors use for a key or value that has another name here, the likeliest first.
SYNONIEMEN = {
    "status": ("actiestatus",),
    "team": ("eigenaar_team",),
    "eigenaar": ("eigenaar_team",),
    "einde": ("eind",),
    "einddatum": ("eind",),
    "begin": ("start",),
    "startdatum": ("start",),
    "beschrijving": ("omschrijving",),
    "omschrijving": ("uitleg", "toelichting", "tekst"),
    "uitleg": ("omschrijving", "toelichting", "definitie"),
    "tekst": ("omschrijving", "inleiding"),
    "type": ("interventietype", "soort"),
    "budget": ("budget_eur",),
    "naam": ("titel", "organisatie"),
    "titel": ("naam", "tekst"),
    "bezig": ("in_uitvoering",),
    "klaar": ("afgerond",),
    "gestopt": ("vervallen",),
    "openbaar": ("publiek",),
}


def _fold(word: str) -> str:
    plain = unicodedata.normalize("NFKD", word.casefold())
    return "".join(letter for letter in plain if letter.isalnum())


def find_closest(word: str, known: Iterable[str]) -> str | None:
    """The known word most like `word`, after case, accents and separators; None if none is."""
    return _find_closest(word, tuple(known)) if len(word) <= LANGSTE_WOORD else None


@lru_cache(maxsize=4096)
def _find_closest(word: str, known: tuple[str, ...]) -> str | None:
    by_fold = {_fold(candidate): candidate for candidate in known}
    folded = _fold(word)
    if folded in by_fold:
        return by_fold[folded]
    for synonym in SYNONIEMEN.get(folded, ()):
        if synonym in by_fold.values():
            return synonym
    # Comparing takes time: where there are very many, those with the same beginning.
    near = list(by_fold)
    if len(near) > MEESTE_VERGELIJKEN:
        near = [fold for fold in near if fold[:2] == folded[:2]][:MEESTE_VERGELIJKEN]
    if close := difflib.get_close_matches(folded, near, n=1, cutoff=0.7):
        return by_fold[close[0]]
    longer = [fold for fold in by_fold if fold.startswith(folded) or fold.endswith(folded)]
    is_clear = len(folded) >= KORTSTE_DEEL and len(longer) == 1
    return by_fold[longer[0]] if is_clear else None


def suggest(word: str, known: Iterable[str], most: int = MEESTE_KEUZES) -> str:
    """What to type instead of an unknown `word`: the likely one, else what is allowed.

    Of many that are allowed, the first `most` are named.
    """
    allowed = sorted(set(known))
    if closest := find_closest(word, allowed):
        return f"bedoelt u '{closest}'?"
    if not allowed:
        return "er is hier nog niets om uit te kiezen; voeg het eerst toe"
    shown = ", ".join(allowed[:most]) + (", ..." if len(allowed) > most else "")
    return f"kies uit: {shown}"
