"""Keeps drawn pictures between builds, by a hash of all that decides how they look."""

from __future__ import annotations

import hashlib
import os
import re
import tempfile
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Final

MEESTE: Final = 600
"""How many pictures are kept at most; those of the newest build always are."""
_BESTAND: Final = re.compile(r"[0-9a-f]{64}\.svg")


class Cache:
    """Pictures in a folder, a file each: a line with the hash of the rest, then the picture.

    Whatever goes wrong with the folder, the build goes on: the picture is drawn again.

    Args:
        folder: where they stand; made when the first one comes.
        is_ours: whether a text is a picture as we make them; the folder may come from elsewhere.
    """

    def __init__(self, folder: Path, is_ours: Callable[[str], bool]) -> None:
        self._folder = folder
        self._is_ours = is_ours
        self._used: set[str] = set()

    def get(self, key: str) -> str | None:
        """The picture that was kept under `key`; None when there is none, or not a whole one."""
        self._used.add(f"{key}.svg")
        try:
            content = (self._folder / f"{key}.svg").read_bytes()
            stamp, _, picture = content.decode("utf-8").partition("\n")
        except (OSError, ValueError):
            return None
        return picture if stamp == hash_text(picture) and self._is_ours(picture) else None

    def put(self, key: str, picture: str) -> None:
        """Keep a picture; another build never sees half of it."""
        with suppress(OSError):
            self._folder.mkdir(parents=True, exist_ok=True)
            handle, name = tempfile.mkstemp(suffix=".nieuw", dir=self._folder)
            try:
                with os.fdopen(handle, "wb") as file:
                    file.write(f"{hash_text(picture)}\n{picture}".encode())
                Path(name).replace(self._folder / f"{key}.svg")
            finally:
                Path(name).unlink(missing_ok=True)

    def prune(self) -> None:
        """Remove the oldest pictures that this build did not use, as far as there are too many."""
        with suppress(OSError):
            kept = [path for path in self._folder.iterdir() if _BESTAND.fullmatch(path.name)]
            spare = [path for path in kept if path.name not in self._used]
            spare.sort(key=lambda path: path.lstat().st_mtime)
            for path in spare[: max(len(kept) - MEESTE, 0)]:
                path.unlink(missing_ok=True)


def hash_text(text: str) -> str:
    """The hash of a text."""
    return hashlib.sha256(text.encode()).hexdigest()
