"""Reading: each output as words, once for every way in which it can be read."""

from __future__ import annotations

import base64
import binascii
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Final

from generator.scan.decoding import iter_readings, join_split_words, list_words, split_tags
from generator.scan.outputs import Output

OPMAAK: Final = frozenset({".html", ".htm", ".svg", ".xml", ".xhtml"})
"""Files in which a tag is a tag."""
GEDEELD: Final = {".html": b"\n\n", ".htm": b"\n\n", ".js": b"},{", ".json": b"},{"}
"""Files that hold mostly what others of their kind hold too, and where these can be cut."""
AGENDA: Final = ".ics"

_VOUW = re.compile(rb"\r?\n[ \t]")
_LEESBAAR = re.compile(rb"[\x20-\x7e\t\r\n\x80-\xff]{6,}")
_BREED = re.compile(rb"(?:[\x20-\x7e]\x00){6,}")
_INGESLOTEN = re.compile(r";base64,([A-Za-z0-9+/]{16,}={0,2})")
_MEETKUNDE = re.compile(
    r"\s(?:d|points|transform|viewBox|x|y|x1|x2|y1|y2|cx|cy|r|rx|ry|width|height|dx|dy)="
    r'"(?:[-+\d\s.,%()MmLlHhVvCcSsQqTtAaZze]|translate|rotate|scale)*"'
)
"""Attributes that draw: their numbers tell nothing."""
_TEKENING = tuple(
    f"<{name}"
    for name in (
        *("circle", "ellipse", "g ", "image", "img", "line", "path", "poly", "rect", "svg", "text"),
        *("tspan", "use"),
    )
)


@dataclass(frozen=True, slots=True)
class Leestekst:
    """One text to look at: from which file, and whether its tags are tags."""

    naam: str
    tekst: str
    is_opmaak: bool


@dataclass(frozen=True, slots=True)
class Lezing:
    """One way to read one output: decoded, and as words.

    Attributes:
        naam: the output, from the root of the site.
        tekst: the text as a reader sees it.
        words: its words, in the form of `list_words`.
        known: the same words, each once.
        ruw: the same text before it was decoded; empty where another reading has it.
        is_los: whether every word stands by itself; else some may be two.
    """

    naam: str
    tekst: str
    words: list[bytes]
    known: frozenset[bytes] = field(repr=False)
    ruw: str
    is_los: bool


def iter_lezingen(outputs: Iterable[Output], *, is_thorough: bool) -> Iterator[Lezing]:
    """Everything that can be read in these outputs; what pages share once, unless `is_thorough`."""
    reader, seen = Reader(is_thorough=is_thorough), set[str]()
    for output in outputs:
        for text in reader.read(output):
            if is_thorough:
                seen.clear()
            raw = text.tekst
            for reading, is_joined in _iter_ways(text, seen):
                words = list_words(reading)
                if words:
                    known = frozenset(words)
                    yield Lezing(text.naam, reading, words, known, raw, is_los=not is_joined)
                    raw = ""


def _iter_ways(text: Leestekst, seen: set[str]) -> Iterator[tuple[str, bool]]:
    if not text.is_opmaak:
        yield from iter_readings(text.tekst)
        return
    plain, tags = split_tags(text.tekst)
    yield from iter_readings(plain)
    if joined := join_split_words(text.tekst):
        yield from ((reading, True) for reading, _ in iter_readings(split_tags(joined)[0]))
    new = dict.fromkeys(tag for tag in tags if tag not in seen)
    seen.update(new)
    # Without the signs of a tag: what stands in one is text of its own here.
    yield from iter_readings("\n".join(map(_open_tag, new)))


def _open_tag(tag: str) -> str:
    return (_MEETKUNDE.sub("", tag) if tag.startswith(_TEKENING) else tag)[1:-1]


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
