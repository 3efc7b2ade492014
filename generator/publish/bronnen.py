"""The writer of source files: all of a change, or none of it."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Mapping
from contextlib import ExitStack
from pathlib import Path

from generator.findings import GeneratorError


def write_sources(root: Path, changes: Mapping[str, bytes | None]) -> None:
    """Put changed files of a programme in place: all of them, or none.

    Each new file is written whole beside the old one before any of them changes places, so that a
    full disk or a file that Excel holds open leaves everything as it was.

    Args:
        root: the folder of the programme.
        changes: by name below `root`, with forward slashes, the bytes of the file; None removes it.

    Raises:
        GeneratorError: a file cannot be written; nothing has changed.
    """
    try:
        with ExitStack() as tidy, ExitStack() as undo:
            ready = {
                name: _write_beside(root / name, content, tidy)
                for name, content in changes.items()
                if content is not None
            }
            for name in changes:
                target = root / name
                if target.exists():  # and goes on to: who is stopped half-way loses no file
                    kept = _reserve(target, tidy)
                    shutil.copy2(target, kept)
                    undo.callback(os.replace, kept, target)
                else:
                    undo.callback(target.unlink, missing_ok=True)
                if name in ready:
                    ready[name].replace(target)
                else:
                    target.unlink(missing_ok=True)
            undo.pop_all()
    except OSError as error:
        message = (
            f"Een bestand kan niet geschreven worden ({error.strerror}: {error.filename}). Er is "
            "niets veranderd. Sluit programma's die het open hebben, zoals Excel, en probeer het "
            "opnieuw."
        )
        raise GeneratorError(message) from error


def _reserve(target: Path, tidy: ExitStack) -> Path:
    """A free name beside `target`; removed in the end, whatever happened."""
    handle, name = tempfile.mkstemp(prefix="~$", suffix=".tmp", dir=target.parent)
    os.close(handle)
    tidy.callback(Path(name).unlink, missing_ok=True)
    Path(name).unlink()
    return Path(name)


def _write_beside(target: Path, content: bytes, tidy: ExitStack) -> Path:
    """The content in a file of its own beside `target`, with the rights that `target` has."""
    target.parent.mkdir(parents=True, exist_ok=True)
    beside = _reserve(target, tidy)
    beside.write_bytes(content)
    if target.exists():
        beside.chmod(target.stat().st_mode & 0o777)
    return beside
