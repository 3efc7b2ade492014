"""The archive of an adopted version, read back: only what it says it holds, and nothing large."""

from __future__ import annotations

import hashlib
import io
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from typing import Final

from generator.findings import Code, Finding, waarschuwing
from generator.load.reader import GROOTSTE_BESTAND, GROOTSTE_GEHEEL, MEESTE_BESTANDEN, SourceTree
from generator.model.plekken import Vindplaats
from generator.model.vaststelling import Vaststelling

BRON: Final = "data/bron/"
"""Where the sources lie in the bag."""
_MANIFEST: Final = "manifest-sha256.txt"
_BEGRENSD: Final = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
"""Ways to pack of which Python unpacks no more than it was asked for."""


def name_archive(stand: str) -> str:
    """The file of the archive of a stand, which is known by its day."""
    return f"data/vastgesteld/{stand}.zip"


def find_archive_problems(
    tree: SourceTree, stand: Vaststelling, vindplaats: Vindplaats
) -> Iterator[Finding]:
    """A finding when the archive of a stand is not there as it was when it was made."""
    name = name_archive(stand.id)
    content = tree.read_bytes(name) if tree.has(name) else None
    if content is None and stand.archief is None:
        return
    if stand.archief is None:
        problem = "staat er, maar de stand noemt het niet"
        oplossing = "haal het archief weg, of stel de stand vast met circulair vaststellen"
    elif content is None:
        problem = "ontbreekt"
        oplossing = "zet het bestand terug, of haal de regel archief weg als het er niet meer is"
    elif not is_as_made(content, stand):
        problem = "is veranderd sinds het gemaakt werd"
        oplossing = "zet het bestand terug zoals het was; in git staat het nog"
    else:
        return
    melding = f"het archief van deze stand ({name}) {problem}"
    yield waarschuwing(Code.ARCHIEF_ONJUIST, vindplaats("archief"), melding, oplossing)


def is_as_made(content: bytes, stand: Vaststelling) -> bool:
    """Whether an archive is the one that was made when the stand was adopted."""
    return hashlib.sha256(content).hexdigest() == stand.archief


class ArchiefError(Exception):
    """An archive that cannot be read; says why."""


def read_archive(content: bytes) -> Mapping[str, bytes]:
    """The sources in an archive by their names, each as its manifest says.

    Raises:
        ArchiefError: it is no archive of this program, is too large, or a file in it was changed.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as bag:
            return dict(_iter_sources(bag))
    except (zipfile.BadZipFile, zipfile.LargeZipFile, NotImplementedError, RuntimeError) as error:
        raise ArchiefError("dit is geen archief dat gelezen kan worden") from error
    except (EOFError, OSError, UnicodeDecodeError, KeyError, zlib.error) as error:
        raise ArchiefError("dit archief is beschadigd") from error


def _iter_sources(bag: zipfile.ZipFile) -> Iterator[tuple[str, bytes]]:
    entries = bag.infolist()
    if len(entries) > MEESTE_BESTANDEN or sum(item.file_size for item in entries) > GROOTSTE_GEHEEL:
        raise ArchiefError("dit archief is te groot")
    named = {item.filename: item for item in entries}
    found = next((name for name in named if name.endswith(f"/{_MANIFEST}")), None)
    if found is None or found.count("/") != 1:
        raise ArchiefError("dit archief heeft geen manifest")
    top = found.removesuffix(_MANIFEST)
    seen = set()
    for line in _read(bag, named[found]).decode().splitlines():
        expected, _, name = line.partition("  ")
        if not name.startswith(BRON):
            continue
        if name in seen:
            raise ArchiefError(f"in dit archief staat '{name.removeprefix(BRON)}' twee keer")
        seen.add(name)
        content = _read(bag, named[f"{top}{name}"])
        if hashlib.sha256(content).hexdigest() != expected:
            raise ArchiefError(f"in dit archief is '{name.removeprefix(BRON)}' veranderd")
        yield name.removeprefix(BRON), content


def _read(bag: zipfile.ZipFile, entry: zipfile.ZipInfo) -> bytes:
    """The bytes of one file, however much its header promised."""
    if entry.compress_type not in _BEGRENSD:
        raise ArchiefError("dit archief is niet door dit programma ingepakt")
    with bag.open(name=entry) as file:
        content = file.read(GROOTSTE_BESTAND + 1)
    if len(content) > GROOTSTE_BESTAND:
        raise ArchiefError("in dit archief staat een bestand dat te groot is")
    return content
