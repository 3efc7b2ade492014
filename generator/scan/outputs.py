"""Outputs: every file of a built site, packed or not, and nothing of a library."""

from __future__ import annotations

import gzip
import io
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path, PurePosixPath
from typing import Final

from generator.findings import GeneratorError

GROOTSTE_UITGEPAKT: Final = 500_000_000
"""What is packed may not become larger than this: it could never be read whole."""

_BIBLIOTHEKEN: Final = (
    ("material", "templates/assets", "**/*"),
    ("site_theme", ".", "**/*"),
    ("plotly", "package_data", "*.js"),
)


@dataclass(frozen=True, slots=True)
class Output:
    """One file of the site: its name from the root of the site, and what it holds."""

    naam: str
    inhoud: bytes

    @property
    def soort(self) -> str:
        """The suffix, in small letters."""
        return PurePosixPath(self.naam).suffix.lower()


class Libraries:
    """The files that installed libraries bring along: they hold nothing of the programme."""

    def __init__(self) -> None:
        """List them, by size; nothing is opened yet."""
        self._by_size: dict[int, list[Path]] = {}
        for package, folder, pattern in _BIBLIOTHEKEN:
            spec = find_spec(package)
            for place in (spec and spec.submodule_search_locations) or ():
                for path in sorted(Path(place, folder).glob(pattern)):
                    if path.is_file():
                        self._by_size.setdefault(path.stat().st_size, []).append(path)

    def has(self, content: bytes) -> bool:
        """Whether a library brings along a file of exactly these bytes."""
        return any(path.read_bytes() == content for path in self._by_size.get(len(content), ()))


def iter_outputs(folder: Path, libraries: Libraries) -> Iterator[Output]:
    """Every file that is published, what is packed in it besides, and nothing of a library."""
    for path in sorted(folder.rglob("*")):
        if path.is_file():
            content = path.read_bytes()
            if not libraries.has(content):
                naam = path.relative_to(folder).as_posix()
                yield from _unpack(Output(naam, content), libraries)


def _unpack(output: Output, libraries: Libraries) -> Iterator[Output]:
    """The file itself, or what is in it; within one file in the order in which it was packed."""
    if output.inhoud.startswith(b"\x1f\x8b"):
        yield from _unpack(Output(output.naam, _inflate(output)), libraries)
    elif output.inhoud.startswith(b"PK\x03\x04"):
        for inner in _unzip(output):
            if not libraries.has(inner.inhoud):
                yield from _unpack(inner, libraries)
    else:
        yield output


def _unzip(output: Output) -> list[Output]:
    try:
        with zipfile.ZipFile(io.BytesIO(output.inhoud)) as packed:
            items = packed.infolist()
            _refuse_large(output.naam, sum(item.file_size for item in items))
            return [Output(f"{output.naam}/{item.filename}", packed.read(item)) for item in items]
    except (zipfile.BadZipFile, RuntimeError, zlib.error) as error:
        message = f"Het gebouwde bestand '{output.naam}' is niet uit te pakken: {error}."
        raise GeneratorError(message) from error


def _inflate(output: Output) -> bytes:
    with gzip.GzipFile(fileobj=io.BytesIO(output.inhoud)) as packed:
        try:
            content = packed.read(GROOTSTE_UITGEPAKT + 1)
        except (OSError, EOFError, zlib.error) as error:
            message = f"Het gebouwde bestand '{output.naam}' is niet uit te pakken: {error}."
            raise GeneratorError(message) from error
    _refuse_large(output.naam, len(content))
    return content


def _refuse_large(naam: str, size: int) -> None:
    if size > GROOTSTE_UITGEPAKT:
        message = f"Het gebouwde bestand '{naam}' is uitgepakt te groot om na te kijken."
        raise GeneratorError(message)
