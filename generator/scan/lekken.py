"""Leaks: all that a built public site holds and nobody may see."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import TypeVar

from generator.model.persoonsgegevens import (
    Gegeven,
    Persoonsgegeven,
    is_vrijgegeven,
    list_gewone_woorden,
    list_postbussen,
    to_national,
)
from generator.model.programma import Programma
from generator.scan.bekend import Bekend
from generator.scan.decoding import decode, list_words
from generator.scan.geheimen import Waarde, iter_waarden, list_geheimen, list_openbaar
from generator.scan.lezen import Lezing, iter_lezingen
from generator.scan.naalden import Naald, iter_naalden
from generator.scan.outputs import Output
from generator.scan.personen import find_paden, find_personen, list_plaatsen
from generator.scan.zoeken import find_naalden, judge

type_ding = TypeVar("type_ding")
type_namen = tuple[str, ...]
"""Outputs in which something was found, in order, each once."""


@dataclass(slots=True)
class Lekken:
    """What was found, each with the outputs that it is in; of a secret also the words found."""

    intern: dict[Waarde, type_namen] = field(default_factory=dict)
    woorden: dict[Waarde, tuple[bytes, ...]] = field(default_factory=dict)
    personen: dict[Persoonsgegeven, type_namen] = field(default_factory=dict)
    paden: dict[str, type_namen] = field(default_factory=dict)

    def __bool__(self) -> bool:
        """Whether anything was found."""
        return bool(self.intern or self.personen or self.paden)


class Speurder:
    """Knows what may not be public, and looks for it in what was read."""

    def __init__(self, root: Path, programma: Programma, visible: Programma) -> None:
        """Gather what `programma` has and `visible` has not, and what may be public anyway."""
        alle = list(iter_waarden(programma))
        openbaar = list_openbaar(alle, iter_waarden(visible))
        self._teksten = [value for value in openbaar if isinstance(value, str)]
        self._vrijgegeven = programma.gegevens.vrijgegeven
        self._bekend = Bekend(self._vrijgegeven, self._teksten)
        self._postbussen = list_postbussen(visible) & set(map(str.casefold, self._teksten))
        self._plaatsen = list_plaatsen(root)
        geheimen = list_geheimen(alle, openbaar)
        self._naalden = [
            naald
            for geheim in geheimen
            for naald in iter_naalden(geheim)
            if len(naald.words) > 1 or not self._bekend.is_openbaar_woord(naald.words[0])
        ]

    def find(self, outputs: Sequence[Output]) -> Lekken:
        """Everything in these outputs that may not be public.

        What pages share is read once; only when something is found, all of them are read in full,
        to tell in how many it stands.
        """
        lezingen = list(iter_lezingen(outputs, is_thorough=False))
        certain = judge(find_naalden(lezingen, self._naalden), self._naalden, self._bekend)
        found = Lekken(
            _merge((naald.geheim, names) for naald, names in certain.items()),
            {naald.geheim: naald.words for naald in reversed(list(certain))},
            self._find_personen(lezingen),
            self._find_paden(lezingen),
        )
        if not found:
            return found
        # Somebody's address in an internal text is one leak, not two.
        found.personen = {
            gegeven: names
            for gegeven, names in found.personen.items()
            if not any(_holds(naald.words, list_words(gegeven.tekst)) for naald in certain)
        }
        return self._count(outputs, found, certain)

    def _count(
        self, outputs: Iterable[Output], found: Lekken, certain: Mapping[Naald, type_namen]
    ) -> Lekken:
        """The same finds with all outputs that they are in."""
        counted = Lekken()
        firm = [naald for naald in certain if not naald.is_rond]
        for output in outputs:
            lezingen = list(iter_lezingen([output], is_thorough=True))
            for naald in find_naalden(lezingen, firm):
                _add(counted.intern, naald.geheim, output.naam)
            for gegeven in self._find_personen(lezingen):
                _add(counted.personen, gegeven, output.naam)
            for pad in self._find_paden(lezingen):
                _add(counted.paden, pad, output.naam)
        _complete(found.intern, counted.intern)
        _complete(found.personen, counted.personen)
        _complete(found.paden, counted.paden)
        return found

    def _find_personen(self, lezingen: Iterable[Lezing]) -> dict[Persoonsgegeven, type_namen]:
        found: dict[Persoonsgegeven, type_namen] = {}
        for lezing in lezingen:
            for gegeven in find_personen(lezing, self._is_gewoon_woord):
                if not self._is_toegestaan(gegeven):
                    _add(found, _simplify(gegeven), lezing.naam)
        return found

    def _find_paden(self, lezingen: Iterable[Lezing]) -> dict[str, type_namen]:
        found: dict[str, type_namen] = {}
        for lezing in lezingen:
            for pad in find_paden(lezing, self._plaatsen):
                words = list_words(pad)
                if not (self._bekend.is_vrijgegeven(words) or self._bekend.is_eigen(words)):
                    _add(found, pad, lezing.naam)
        return found

    def _is_toegestaan(self, gegeven: Persoonsgegeven) -> bool:
        """Whether everyone may see this: a mailbox, released, or of the program itself."""
        return (
            gegeven.tekst.casefold() in self._postbussen
            or is_vrijgegeven(gegeven, self._vrijgegeven)
            or self._bekend.is_eigen(list_words(gegeven.tekst))
        )

    def _is_gewoon_woord(self, word: str) -> bool:
        return word.lower() in self._gewoon or self._bekend.is_eigen(list_words(word))

    @cached_property
    def _gewoon(self) -> frozenset[str]:
        return list_gewone_woorden(map(decode, self._teksten))


def _simplify(gegeven: Persoonsgegeven) -> Persoonsgegeven:
    """The same thing wherever it stands: without its place, and with one way of spacing."""
    text = " ".join(gegeven.tekst.split())
    if gegeven.soort is Gegeven.TELEFOON:
        text = to_national(text)
    return Persoonsgegeven(gegeven.soort, text, 0)


def _add(found: dict[type_ding, type_namen], thing: type_ding, name: str) -> None:
    names = found.get(thing, ())
    if name not in names:
        found[thing] = (*names, name)


def _merge(pairs: Iterable[tuple[Waarde, type_namen]]) -> dict[Waarde, type_namen]:
    merged: dict[Waarde, type_namen] = {}
    for thing, names in pairs:
        merged[thing] = tuple(dict.fromkeys((*merged.get(thing, ()), *names)))
    return merged


def _complete(found: dict[type_ding, type_namen], counted: Mapping[type_ding, type_namen]) -> None:
    """Put the longer list of outputs in the place of the first one found."""
    for thing, names in found.items():
        found[thing] = tuple(dict.fromkeys((*counted.get(thing, ()), *names)))


def _holds(words: Sequence[bytes], part: Sequence[bytes]) -> bool:
    """Whether a row of words has another one in it."""
    return b" %b " % b" ".join(part) in b" %b " % b" ".join(words)
