"""Where everything was written, so that a finding can name file, line and column."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from generator.findings import Plek
from generator.model.basis import type_path


@dataclass(frozen=True, slots=True)
class Posities:
    """Line and column of every key and value in one file, by path of keys and positions."""

    bestand: str
    waarden: Mapping[type_path, tuple[int, int]]
    sleutels: Mapping[type_path, tuple[int, int]]

    def of_value(self, path: type_path) -> Plek:
        """Where the value at `path` begins; for an absent one, its nearest enclosing record."""
        for length in range(len(path), -1, -1):
            if found := self.waarden.get(path[:length]):
                return Plek(self.bestand, *found)
        return Plek(self.bestand)

    def of_key(self, path: type_path) -> Plek:
        """Where the key at `path` was written."""
        found = self.sleutels.get(path)
        return Plek(self.bestand, *found) if found else self.of_value(path)


@dataclass(frozen=True, slots=True)
class Vindplaats:
    """One record in one file: `basis` is the path from the root of the file to the record."""

    posities: Posities
    basis: type_path

    def __call__(self, *path: str | int) -> Plek:
        """Where the value at `path` inside the record begins."""
        return self.posities.of_value((*self.basis, *path))


@dataclass(slots=True)
class Plekken:
    """The address book of a programme: every record that was written, valid or not."""

    _records: dict[tuple[str, str], list[Vindplaats]] = field(default_factory=dict)
    _ids: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    _unread: set[str] = field(default_factory=set)
    _half: set[tuple[str, str]] = field(default_factory=set)
    _delen: dict[tuple[str, str], dict[type_path, Vindplaats]] = field(default_factory=dict)

    def add(self, soort: str, identifier: str, vindplaats: Vindplaats) -> None:
        """Note that the record `identifier` of `soort` was written at `vindplaats`."""
        places = self._records.setdefault((soort, identifier), [])
        if not places:
            self._ids[soort].append(identifier)
        places.append(vindplaats)

    def add_deel(
        self, soort: str, identifier: str, path: type_path, vindplaats: Vindplaats
    ) -> None:
        """Note that the part of a record at `path` was written elsewhere (a row in a CSV)."""
        self._delen.setdefault((soort, identifier), {})[path] = vindplaats

    def add_unread(self, soort: str) -> None:
        """Note that a file with records of `soort` could not be read: any id may stand in it."""
        self._unread.add(soort)

    def is_unread(self, soort: str) -> bool:
        """Whether there may be records of `soort` that nobody could read."""
        return soort in self._unread

    def add_half(self, soort: str, identifier: str) -> None:
        """Note that some rows of a record could not be read: what follows from them is unsure."""
        self._half.add((soort, identifier))

    def is_half(self, soort: str, identifier: str) -> bool:
        """Whether there are rows of a record that nobody could read."""
        return (soort, identifier) in self._half

    def holds_mistake(self, soort: str, read: int) -> bool:
        """Whether more was written of `soort` than the number of records that were read."""
        return self.is_unread(soort) or len(self.ids(soort)) > read

    def ids(self, soort: str) -> tuple[str, ...]:
        """All ids of `soort` that were written, also of records that hold a mistake."""
        return tuple(self._ids.get(soort, ()))

    def waar(self, soort: str, identifier: str, *path: str | int) -> Plek:
        """Where the value at `path` of a record begins, or the record itself."""
        elders = self._delen.get((soort, identifier), {}).get(path[:2])
        if elders:
            return elders(*path[2:])
        places = self._records.get((soort, identifier))
        return places[0](*path) if places else Plek("data")

    def is_written(self, soort: str, identifier: str, *path: str | int) -> bool:
        """Whether somebody typed the key at `path` of a record, with or without a value."""
        places = self._records.get((soort, identifier), ())
        return any((*place.basis, *path) in place.posities.sleutels for place in places)

    def find_repeated(self) -> Iterator[tuple[str, str, list[Vindplaats]]]:
        """Each (soort, id) that was written more than once, with all its places."""
        for (soort, identifier), places in self._records.items():
            if len(places) > 1:
                yield soort, identifier, places
