"""The sentences about one changed record: what was, and what it is now."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final

from generator.compare import read_id
from generator.compare.wijziging import Veldwijziging, Wat, Wijziging
from generator.model.acties import Actie
from generator.model.basis import Editie, Model
from generator.present.formats import format_aantal, format_opsomming
from generator.present.wijzigingen.delen import tell_parts
from generator.present.wijzigingen.namen import VOORRANG, name_field
from generator.present.wijzigingen.tijd import tell_shift
from generator.present.wijzigingen.woorden import Woorden, is_short, plain

VERSCHUIFT: Final = frozenset(
    {
        *("start", "eind", "gepland", "wanneer", "gaat_in", "terugkijken", "terug"),
        *("contract_eind", "volgende_publicatie", "verloopt"),
    }
)
"""Dates of which readers ask how much earlier or later they are."""
DINGEN: Final = frozenset({"opname", "letters"})
"""Fields that hold a file and no words."""


@dataclass(frozen=True, slots=True)
class Verteller:
    """Tells what changed between two versions, as one edition may know it."""

    woorden: Woorden
    editie: Editie = Editie.INTERN

    def tell(self, wijziging: Wijziging) -> tuple[str, ...]:
        """What happened to a record, one piece of a sentence for each change."""
        record = wijziging.nieuw or wijziging.oud
        if record is None:
            return ()
        told: list[str] = []
        if wijziging.wat is Wat.NIEUW:
            told.append(self._tell_new(record))
        elif wijziging.wat is Wat.WEG:
            told.append(self._tell_gone(record))
        elif wijziging.wat is Wat.HERNOEMD and wijziging.oud:
            told.append(f"heette {read_id(wijziging.oud)}")
        first = VOORRANG.get(type(record), ())
        fields = {item.veld: item for item in wijziging.velden}
        ordered = (*(name for name in first if name in fields), *fields)
        for name in dict.fromkeys(ordered):
            told += self.tell_field(record, fields[name])
        return tuple(plain(item) for item in told)

    def _tell_new(self, record: Model) -> str:
        told = "nieuw" if self.editie is Editie.INTERN else "nieuw in de openbare versie"
        return f"{told} ({known})" if (known := self._describe(record)) else told

    def _tell_gone(self, record: Model) -> str:
        if self.editie is Editie.PUBLIEK:
            return "staat niet meer in de openbare versie"
        known = self._describe(record)
        return f"weggehaald (was: {known})" if known else "weggehaald"

    def _describe(self, record: Model) -> str:
        """How an action stands, for who has not read its page."""
        if not isinstance(record, Actie):
            return ""
        names = ("actiestatus", "eigenaar_team", "eind")
        values = {name: getattr(record, name) for name in names}
        words = {
            name: self.woorden.value(record, name, value) for name, value in values.items() if value
        }
        if "eind" in words:
            words["eind"] = f"tot en met {words['eind']}"
        return ", ".join(words.values())

    def tell_field(self, record: Model, change: Veldwijziging) -> Iterator[str]:
        """What happened to one field of a record."""
        label = name_field(change.veld)
        if change.delen:
            yield from tell_parts(self.woorden, record, change, self._tell_pair)
        elif change.is_volgorde:
            yield f"volgorde van {label} gewijzigd"
        else:
            yield self._tell_pair(record, change, label)

    def _tell_pair(
        self, record: Model, change: Veldwijziging, label: str, eenheid: str = ""
    ) -> str:
        """From one value to another; `label` is what readers call the field."""
        name, oud, nieuw = change.veld, change.oud, change.nieuw
        if name in DINGEN:
            return f"{label} vervangen"
        if isinstance(oud, tuple) and isinstance(nieuw, tuple):
            return f"{label}: {self._tell_items(record, name, oud, nieuw)}"
        unit = eenheid or self._find_eenheid(record, name)
        if oud is None or nieuw is None:
            return self._tell_filled(record, change, label, unit)
        if not (is_short(oud) and is_short(nieuw)):
            return f"{label} gewijzigd: {count_words(oud, nieuw)}"
        was, now = (self.woorden.value(record, name, value, unit) for value in (oud, nieuw))
        if name == "gecontroleerd_op":
            return f"{label} op {now} (was {was})"
        shift = tell_shift(oud, nieuw) if name in VERSCHUIFT else None
        told = f"{shift} (van {was} naar {now})" if shift else _tell_from_to(was, now, unit)
        return f"{label} {told}".lstrip()

    def _tell_filled(self, record: Model, change: Veldwijziging, label: str, eenheid: str) -> str:
        """What was filled in, or taken away."""
        name = change.veld
        if change.oud is None:
            return f"{label} ingevuld: {self._tell_value(record, name, change.nieuw, eenheid)}"
        return f"{label} weggehaald (was {self._tell_value(record, name, change.oud, eenheid)})"

    def _find_eenheid(self, record: Model, name: str) -> str:
        return self.woorden.eenheid(record) if name == "waarde" else ""

    def _tell_value(self, record: Model, name: str, value: Any, eenheid: str) -> str:
        if not is_short(value):
            return format_aantal(len(str(value).split()), "woord", "woorden")
        return self.woorden.value(record, name, value, eenheid)

    def _tell_items(
        self, record: Model, name: str, oud: tuple[Any, ...], nieuw: tuple[Any, ...]
    ) -> str:
        """Which items came and which went."""
        rest = list(oud)
        added = []
        for item in nieuw:
            if item in rest:
                rest.remove(item)
            else:
                added.append(item)
        told = []
        for items, verb in ((added, "erbij"), (rest, "weg")):
            if items:
                words = [self._tell_value(record, name, item, "") for item in items]
                told.append(f"{format_opsomming(words)} {verb}")
        return ", ".join(told)


def _tell_from_to(was: str, now: str, eenheid: str) -> str:
    """From one value to another, with what they are counted in once."""
    if eenheid and was.endswith(f" {eenheid}") and now.endswith(f" {eenheid}"):
        was = was.removesuffix(f" {eenheid}")
    return f"van {was} naar {now}"


def count_words(oud: str, nieuw: str) -> str:
    """How many words came and went; what only moved counts for nothing."""
    before, after = Counter(str(oud).split()), Counter(str(nieuw).split())
    added, gone = (after - before).total(), (before - after).total()
    told = [
        f"{format_aantal(number, 'woord', 'woorden')} {verb}"
        for number, verb in ((added, "erbij"), (gone, "weg"))
        if number
    ]
    return ", ".join(told) or "alleen de volgorde of de indeling"
