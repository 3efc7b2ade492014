"""One broken source in an otherwise good programme, made again from the same number."""

from __future__ import annotations

import random
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from tests.conftest import MINIGEMEENTE
from tests.fuzz.giants import iter_giants
from tests.fuzz.mutations import mutate

GIANT_EVERY = 100
SAMPLE = Path(__file__).parents[2]


def _read_sources(root: Path) -> dict[str, bytes]:
    settings = {"mkdocs.yml": (root / "mkdocs.yml").read_bytes()}
    return settings | {
        path.relative_to(root).as_posix(): path.read_bytes()
        for folder in ("data", "content")
        for path in sorted((root / folder).rglob("*"))
        if path.is_file()
    }


@dataclass(frozen=True, slots=True)
class Broken:
    """A file of the programme, and what stands in it instead."""

    name: str
    content: bytes


class Cases:
    """Broken sources by number: the same seed and number give the same bytes."""

    def __init__(self, seed: int, *, giants: bool = True) -> None:
        self.seed, self.giants = seed, giants
        self.own = _read_sources(MINIGEMEENTE)
        self.sample = _read_sources(SAMPLE)
        self._names = sorted(self.own)
        # Few words, many rules: these are broken as often as all YAML together.
        self._tables = [name for name in self._names if name.endswith((".csv", ".bron.yaml"))]
        self._prose = [name for name in self._names if name.endswith(".md")]
        self._others = [name for name in self._names if not name.startswith("data/")]
        self._donors = [self.own[name] for name in self._names] + [
            self.sample[name] for name in sorted(self.sample)
        ]

    @cached_property
    def _giants(self) -> tuple[Broken, ...]:
        return tuple(Broken(name, content) for _, name, content in iter_giants())

    def make(self, number: int) -> Broken:
        """The case of a number; of every hundred one is a giant, unless without."""
        if self.giants and number % GIANT_EVERY == GIANT_EVERY - 1:
            return self._giants[number // GIANT_EVERY % len(self._giants)]
        rng = random.Random(f"{self.seed}-{number}")  # noqa: S311 - no secret, a number to come back to
        name = rng.choice(
            rng.choice((self._names, self._names, self._tables, self._prose, self._others))
        )
        start = self.own[name]
        if name in self.sample and rng.random() < 0.2:
            start = self.sample[name]
        return Broken(name, mutate(rng, start, self._donors))


@contextmanager
def laid(root: Path, broken: Broken) -> Iterator[Path]:
    """A copy of the programme in `root`, made when it is not there, with the broken file in it."""
    if not root.exists():
        shutil.copytree(MINIGEMEENTE, root)
    path = root / broken.name
    before = path.read_bytes()
    path.write_bytes(broken.content)
    try:
        yield root
    finally:
        path.write_bytes(before)
