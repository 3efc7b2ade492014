"""Signs in a text that do something: unseen ones, and those with which a formula begins."""

from __future__ import annotations

import re

# A line break or a tab is an ordinary part of a text; every other control character is a mishap.
# So is a sign that turns the direction of all that follows: a page would show it in another order.
_STUURTEKENS = re.compile(
    r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ufeff\ufffe\uffff]"
)
_FORMULE = re.compile(r"[=@+\t\r＝＠＋－]|-(?![0-9,]*$)")  # noqa: RUF001 - the wide forms count as well


def find_stuurteken(text: str) -> re.Match[str] | None:
    """The first sign in a text that nobody sees and that does something to the rest."""
    return _STUURTEKENS.search(text)


def tell_stuurteken(found: re.Match[str]) -> tuple[str, str]:
    """What is wrong with such a sign, and what to do."""
    return (
        f"in de tekst zit een onzichtbaar stuurteken (U+{ord(found.group()):04X})",
        "typ het woord rond die plek opnieuw; het teken komt meestal mee bij plakken",
    )


def is_formule(text: str) -> bool:
    """Whether a spreadsheet would compute a text; a number below zero is no such text."""
    return bool(_FORMULE.match(text))
