"""Names: what ids are called, and in which order they stand."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from generator.derive.feiten.namen import Naamkaart
from generator.model.basis import Klasse
from generator.model.programma import Programma
from generator.model.woordenlijst import Term


@dataclass(frozen=True)
class Namen:
    """What ids are called, and in which order they stand."""

    programma: Programma

    @cached_property
    def _termen(self) -> Mapping[str, Mapping[str, Term]]:
        return {
            lijst.id: {term.id: term for term in lijst.geordend}
            for lijst in self.programma.woordenlijsten
        }

    def klasse(self, materiaal: str) -> Klasse | None:
        """Whether a material grows back; None when nobody said so."""
        term = self._termen.get("materiaal", {}).get(materiaal)
        return term.klasse if term else None

    def name(self, woordenlijst: str, identifier: str) -> Naamkaart:
        """A term; one that nobody named is called by its id."""
        term = self._termen.get(woordenlijst, {}).get(identifier)
        if term is None:
            return Naamkaart(identifier, identifier.replace("_", " "))
        return Naamkaart(term.id, term.naam, term.kleur)

    def order(self, woordenlijst: str, used: Iterable[str]) -> list[Naamkaart]:
        """The terms that are used, in the order of their vocabulary."""
        places = list(self._termen.get(woordenlijst, {}))
        rest = [item for item in used if item not in places]
        wanted = set(used)
        return [self.name(woordenlijst, item) for item in [*places, *rest] if item in wanted]

    @cached_property
    def themas(self) -> Mapping[str, Naamkaart]:
        """The themes, in the order of the programme."""
        return {
            item.id: Naamkaart(item.id, item.naam, kort=item.korte_naam)
            for item in self.programma.themas
        }
