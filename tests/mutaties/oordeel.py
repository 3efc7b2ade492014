"""Whether a mistake is found, and where: by what the program reports of one changed file."""

from __future__ import annotations

import random
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from generator.findings import Ernst
from generator.pipeline import inspect
from tests.mutaties.soorten import SOORTEN, Mutatie

SAMPLE = Path(__file__).parents[2]
VANDAAG = date(2026, 10, 1)


def read_sample() -> dict[str, bytes]:
    """Every source of the sample programme by its name."""
    return {
        path.relative_to(SAMPLE).as_posix(): path.read_bytes()
        for folder in ("data", "content")
        for path in sorted((SAMPLE / folder).rglob("*"))
        if path.suffix in {".yaml", ".csv", ".md"} and path.name != "README.md"
    }


def make_mutatie(sources: dict[str, bytes], seed: int, number: int) -> Mutatie:
    """The mistake of a number: the same seed and number give the same one."""
    rng = random.Random(f"{seed}-{number}")  # noqa: S311 - no secret, a number to come back to
    maker = SOORTEN[number % len(SOORTEN)]
    names = sorted(sources)
    while True:
        made = maker(rng, rng.choice(names), sources)
        if made is not None and made.inhoud != sources[made.bestand]:
            return made


@dataclass
class Uitslag:
    """How many mistakes were made, found, and pointed at, by kind."""

    gemaakt: Counter[str] = field(default_factory=Counter)
    gevonden: Counter[str] = field(default_factory=Counter)
    geplaatst: Counter[str] = field(default_factory=Counter)
    gemist: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))

    @property
    def aandeel_geplaatst(self) -> float:
        """The part of all mistakes of which the first report has the right file and line."""
        return self.geplaatst.total() / self.gemaakt.total()


def judge(mutaties: Iterable[Mutatie]) -> Uitslag:
    """What the program says of each mistake; only what stops a build counts as found."""
    uitslag = Uitslag()
    for mutatie in mutaties:
        found = inspect(SAMPLE, today=VANDAAG, anders={mutatie.bestand: mutatie.inhoud}).findings
        wrong = [item for item in found if item.ernst is Ernst.FOUT]
        uitslag.gemaakt[mutatie.soort] += 1
        uitslag.gevonden[mutatie.soort] += bool(wrong)
        placed = any((item.plek.bestand, item.plek.regel) in mutatie.plaatsen for item in wrong)
        uitslag.geplaatst[mutatie.soort] += placed
        if not placed:
            told = "; ".join(f"{item.plek} {item.code}" for item in wrong[:3]) or "NIETS"
            uitslag.gemist[mutatie.soort].append(f"{mutatie.bestand} {mutatie.wat}: {told}")
    return uitslag
