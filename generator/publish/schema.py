"""Schemas for editors: written beside a programme, with what it has to choose from today."""

from __future__ import annotations

import json
from contextlib import suppress
from hashlib import sha256
from importlib.resources import files
from pathlib import Path
from typing import Final

from generator.model.schema import fill_in, type_keuzes

MAP: Final = Path(".build", "schema")
_STAND: Final = "stand.txt"


def write_schemas(root: Path, keuzes: type_keuzes) -> bool:
    """Write the schemas for VS Code in `.build/schema`, when anything in them changed.

    They are a convenience: what cannot be written is left, and nobody is told.

    Returns:
        Whether anything was written.
    """
    folder = root / MAP
    if any(path.is_symlink() for path in (folder, folder.parent)):
        return False
    with suppress(OSError):
        own = sorted(_list_own().iterdir())
        stand = _sum_up(own, keuzes)
        if _read(folder / _STAND) == stand:
            return False
        folder.mkdir(parents=True, exist_ok=True)
        for source in own:
            filled = fill_in(json.loads(source.read_bytes()), keuzes)
            _place(folder / source.name, json.dumps(filled, ensure_ascii=False, indent=1))
        _place(folder / _STAND, stand)
        return True
    return False


def _list_own() -> Path:
    return Path(str(files("site_theme") / "schema"))


def _sum_up(own: list[Path], keuzes: type_keuzes) -> str:
    """A text that differs when the program or the choices do."""
    known = [(path.name, path.stat().st_size, path.stat().st_mtime_ns) for path in own]
    return sha256(repr((known, keuzes)).encode()).hexdigest()


def _read(path: Path) -> str:
    return path.read_text("utf-8") if path.is_file() else ""


def _place(path: Path, text: str) -> None:
    """The file whole, or as it was: an editor may be reading it."""
    beside = path.with_suffix(".tmp")
    beside.write_text(text, "utf-8")
    beside.replace(path)
