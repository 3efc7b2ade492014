"""Outputs: every file of a built site as the texts that are in it, packed or not."""

from __future__ import annotations

import base64
import binascii
import gzip
import io
import re
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
OPMAAK: Final = frozenset({".html", ".htm", ".svg", ".xml", ".xhtml"})
"""Files in which a tag is a tag."""
GEDEELD: Final = {".html": b"\n\n", ".htm": b"\n\n", ".js": b"},{", ".json": b"},{"}
"""Files that hold mostly what others of their kind hold too, and where these can be cut."""
AGENDA: Final = ".ics"

_VOUW = re.compile(rb"\r?\n[ \t]")
_LEESBAAR = re.compile(rb"[\x20-\x7e\t\r\n\x80-\xff]{6,}")
_BREED = re.compile(rb"(?:[\x20-\x7e]\x00){6,}")
_INGESLOTEN = re.compile(r";base64,([A-Za-z0-9+/]{16,}={0,2})")
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


@dataclass(frozen=True, slots=True)
class Leestekst:
    """One text to look at: from which file, and whether its tags are tags."""

    naam: str
    tekst: str
    is_opmaak: bool


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


class Reader:
    """Gives the texts of outputs; what many pages share is read once.

    Pages of one site share most of their bytes. A page is cut at empty lines, a list of JSON
    between its items, and only pieces that no file before it had are read.
    """

    def __init__(self, *, is_thorough: bool = False) -> None:
        """Begin to read; `is_thorough` reads everything on every page, to count pages."""
        self._seen: set[bytes] = set()
        self._is_thorough = is_thorough

    def read(self, output: Output) -> Iterator[Leestekst]:
        """The texts of one output; its name is one of them."""
        yield Leestekst(output.naam, output.naam, is_opmaak=False)
        content = output.inhoud
        if output.soort in GEDEELD and not self._is_thorough:
            content = self._drop_shared(content, GEDEELD[output.soort])
        elif output.soort == AGENDA:
            content = _VOUW.sub(b"", content)
        is_opmaak = output.soort in OPMAAK
        for text in _decode_bytes(content):
            yield Leestekst(output.naam, text, is_opmaak)
            for found in _INGESLOTEN.findall(text) if ";base64," in text else ():
                for inner in _decode_base64(found):
                    yield Leestekst(output.naam, inner, is_opmaak=True)

    def _drop_shared(self, content: bytes, cut: bytes) -> bytes:
        pieces = content.split(cut)
        new = [piece for piece in pieces if piece not in self._seen]
        self._seen.update(new)
        return cut.join(new)


def _decode_bytes(content: bytes) -> tuple[str, ...]:
    """The text, or what is readable in a file that is no text."""
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return (content.decode("utf-16", "replace"),)
    if b"\x00" not in content:
        try:
            return (content.decode("utf-8-sig"),)
        except UnicodeDecodeError:
            return (content.decode("cp1252", "replace"),)
    narrow = b"\n".join(_LEESBAAR.findall(content))
    wide = b"\n".join(run[::2] for run in _BREED.findall(content))
    return narrow.decode("utf-8", "replace"), wide.decode("ascii", "replace")


def _decode_base64(text: str) -> tuple[str, ...]:
    try:
        return _decode_bytes(base64.b64decode(text, validate=True))
    except binascii.Error:
        return ()
