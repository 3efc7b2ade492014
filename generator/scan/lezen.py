"""Reading: each output as words, once for every way in which it can be read."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from generator.scan.decoding import iter_readings, join_split_words, list_words, split_tags
from generator.scan.outputs import Leestekst, Output, Reader

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
