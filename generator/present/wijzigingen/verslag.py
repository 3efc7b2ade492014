"""A report of all changes: what was compared, the sentences by kind, and what is not known."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Final

from generator.compare import read_id
from generator.compare.wijziging import Wijziging
from generator.model.basis import Editie, Model
from generator.model.namen import read_naam
from generator.model.programma import ONDERDELEN
from generator.present.wijzigingen.namen import name_kind
from generator.present.wijzigingen.woorden import Woorden, upper_first
from generator.present.wijzigingen.zinnen import Verteller

LANG: Final = 90
"""So many characters of a name stand in a line."""
_NUMMER = re.compile(r"[A-Z].*[0-9].*")


@dataclass(frozen=True, slots=True)
class Regel:
    """One changed record: what readers call it, and what happened to it."""

    naam: str
    zinnen: tuple[str, ...]
    wijziging: Wijziging


@dataclass(frozen=True, slots=True)
class Groep:
    """The changes of one kind, under a heading."""

    kop: str
    regels: tuple[Regel, ...]


@dataclass(frozen=True, slots=True)
class Verslag:
    """What changed.

    Attributes:
        programma: what the programme is called.
        sinds: the name of the version that was compared with.
        vergeleken: which two versions, in a sentence.
        editie: for whom.
        groepen: the changes.
        onbekend: what could not be compared, in sentences.
    """

    programma: str
    sinds: str
    vergeleken: str
    editie: Editie
    groepen: tuple[Groep, ...]
    onbekend: tuple[str, ...] = ()

    @property
    def aantal(self) -> int:
        """How many records changed."""
        return sum(len(groep.regels) for groep in self.groepen)


def make_groups(
    changes: Sequence[Wijziging], woorden: Woorden, editie: Editie
) -> tuple[Groep, ...]:
    """The changes by kind, each with its sentences."""
    return tuple(_iter_groups(changes, Verteller(woorden, editie)))


def _iter_groups(changes: Sequence[Wijziging], verteller: Verteller) -> Iterator[Groep]:
    for soort, items in groupby(changes, key=lambda item: item.soort):
        lines = (Regel(name_record(item), verteller.tell(item), item) for item in items)
        if told := tuple(line for line in lines if line.zinnen):
            yield Groep(name_kind(soort), told)


def name_record(wijziging: Wijziging) -> str:
    """A changed record as a line begins: its number where it has one, and its name."""
    record = wijziging.nieuw or wijziging.oud
    if wijziging.soort == "gegevens" or wijziging.soort in ONDERDELEN or record is None:
        return name_kind(wijziging.soort)
    return _name(record)


def _name(record: Model) -> str:
    identifier, naam = (
        read_id(record),
        textwrap.shorten(read_naam(record), LANG, placeholder=" ..."),
    )
    if not naam:
        return identifier
    return f"{identifier} {naam}" if _NUMMER.fullmatch(identifier) else upper_first(naam)
