"""Which reader belongs to which statement of the source texts, and what the readers share.

Each reader belongs to one row of data/onderbouwing.yaml. It reads the data itself and says what
a visitor of the page must find there.
"""

from __future__ import annotations

from collections.abc import Callable

from tests.site.onderbouwing.bron import Bron, type_rij
from tests.site.onderbouwing.pagina import Link, type_verwacht

type_lezer = Callable[[Bron], list[type_verwacht]]

LEZERS: dict[str, type_lezer] = {}
"""The reader of each statement; the modules beside this one fill it."""


def answers(uitspraak: str) -> Callable[[type_lezer], type_lezer]:
    """Name the row that a reader belongs to."""

    def register(reader: type_lezer) -> type_lezer:
        assert uitspraak not in LEZERS
        LEZERS[uitspraak] = reader
        return reader

    return register


def pad_actie(identifier: str) -> str:
    """The page of an action."""
    return f"acties/{identifier.lower()}"


def link_acties(record: type_rij, veld: str = "acties") -> list[Link]:
    """Links to the actions that a record names."""
    return [Link(pad_actie(identifier)) for identifier in record.get(veld, [])]


def is_true(veld: str) -> Callable[[type_rij], bool]:
    """Whether a field of a record says true."""
    return lambda record: record.get(veld) == "true"
