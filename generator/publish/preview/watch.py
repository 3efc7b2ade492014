"""Watching the sources: which files changed, once whoever saves them is done."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

WAAR = ("data", "content")
LOS = "mkdocs.yml"
TEMPO = 0.1
"""Seconds between two looks at the folders; more where a look takes long."""
RUST = 0.08
"""Seconds without a change after which a save is done: many editors write twice."""
HERKANS = 1.0
"""Seconds after which a file that could not be opened is tried again."""
MEESTE_KANSEN = 5
LANGST = 25
"""Looks after which a change is shown although files keep changing."""
DEEL = 20
"""A look may take one part in so many of the time."""

type_stock = dict[str, tuple[int, int, int]]


def iter_changes(
    root: Path,
    is_source: Callable[[str], bool],
    is_unsure: Callable[[], bool] = lambda: False,
    sleep: Callable[[float], None] = time.sleep,
) -> Iterator[Sequence[str]]:
    """The names of files that changed, each time that any did; first nothing, for the start.

    Looking is enough: what tells of changes by itself does not work on every network drive. While
    what was read last `is_unsure`, nothing comes again a few times.
    """
    known = take_stock(root, is_source)
    yield ()
    chances, waited = MEESTE_KANSEN, 0.0
    while True:
        started = time.monotonic()
        now = take_stock(root, is_source)
        took = time.monotonic() - started
        if now == known:
            pause = max(TEMPO, took * DEEL)
            sleep(pause)
            waited += pause
            if waited >= HERKANS and chances and is_unsure():
                chances, waited = chances - 1, 0.0
                yield ()
            continue
        for _ in range(LANGST):
            sleep(RUST)
            before, now = now, take_stock(root, is_source)
            if now == before:
                break
        changed = sorted(name for name in {*known, *now} if known.get(name) != now.get(name))
        known = now
        chances, waited = MEESTE_KANSEN, 0.0
        if changed:  # nothing, when what came is gone again
            yield changed


def take_stock(root: Path, is_source: Callable[[str], bool]) -> type_stock:
    """Of each source file what a save changes: the time, the size, and which file it is."""
    stock: type_stock = {}
    for folder in WAAR:
        for where, folders, names in os.walk(root / folder):
            folders[:] = [name for name in folders if is_source(name)]
            for name in filter(is_source, names):
                _note(stock, root, Path(where) / name)
    _note(stock, root, root / LOS)
    return stock


def _note(stock: type_stock, root: Path, path: Path) -> None:
    try:
        found = path.lstat()
    except OSError:  # it went away while looking
        return
    name = path.relative_to(root).as_posix()
    stock[name] = (found.st_mtime_ns, found.st_size, found.st_ino)
