"""Likeness: which known word an advisor probably meant ("bedoelt u ...")."""

from __future__ import annotations

import difflib
import unicodedata
from collections.abc import Iterable

MEESTE_KEUZES = 12

# Words that advisors use for a key or value that has another name here.
SYNONIEMEN = {
    "status": "actiestatus",
    "team": "eigenaar_team",
    "eigenaar": "eigenaar_team",
    "einde": "eind",
    "einddatum": "eind",
    "begin": "start",
    "startdatum": "start",
    "beschrijving": "omschrijving",
    "type": "interventietype",
    "budget": "budget_eur",
    "naam": "titel",
    "titel": "naam",
    "bezig": "in_uitvoering",
    "klaar": "afgerond",
    "gestopt": "vervallen",
    "openbaar": "publiek",
}


def _fold(word: str) -> str:
    plain = unicodedata.normalize("NFKD", word.casefold())
    return "".join(letter for letter in plain if letter.isalnum())


def find_closest(word: str, known: Iterable[str]) -> str | None:
    """The known word most like `word`, after case, accents and separators; None if none is."""
    by_fold = {_fold(candidate): candidate for candidate in known}
    folded = _fold(word)
    if folded in by_fold:
        return by_fold[folded]
    synonym = SYNONIEMEN.get(folded)
    if synonym in by_fold.values():
        return synonym
    close = difflib.get_close_matches(folded, by_fold, n=1, cutoff=0.7)
    return by_fold[close[0]] if close else None


def suggest(word: str, known: Iterable[str]) -> str:
    """What to type instead of an unknown `word`: the likely one, else all that is allowed."""
    allowed = sorted(set(known))
    if closest := find_closest(word, allowed):
        return f"bedoelt u '{closest}'?"
    if not allowed:
        return "er is hier nog niets om uit te kiezen; voeg het eerst toe"
    shown = ", ".join(allowed[:MEESTE_KEUZES]) + (", ..." if len(allowed) > MEESTE_KEUZES else "")
    return f"kies uit: {shown}"
