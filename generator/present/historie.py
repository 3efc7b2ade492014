"""History: when each record was last changed, and what since a decision, as far as known."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from generator.present.wijzigingen.verslag import Verslag


@dataclass(frozen=True, slots=True)
class Historie:
    """What pages of the intranet tell of earlier.

    Attributes:
        dagen: the day of the last change of a record with a file of its own, by (soort, id).
        los: records with changes that are in no version yet.
        onbekend: why no day is known, in a sentence; empty when they are.
        verslag: what changed since the newest adopted version; None where there is none to read.
    """

    dagen: Mapping[tuple[str, str], date] = field(default_factory=dict)
    los: frozenset[tuple[str, str]] = frozenset()
    onbekend: str = ""
    verslag: Verslag | None = None
