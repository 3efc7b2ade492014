"""Finds on a built page what a reader would see there, outside the menu and the typed prose."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote, urlsplit

from bs4 import BeautifulSoup, Tag

BLOKKEN = "p, li, tr, th, figcaption, caption, h2, h3, h4, blockquote, dt, dd, dl > div, div.succes"
"""Elements that a reader takes in as one: what stands in one of them belongs together."""


@dataclass(frozen=True)
class Link:
    """A link to the page at `pad`."""

    pad: str


class Samen(tuple[str | Link, ...]):
    """Texts and links that stand together in one block of the page."""

    __slots__ = ()


class Zin(tuple[str, ...]):
    """Texts that stand together in one sentence."""

    __slots__ = ()


@dataclass(frozen=True)
class Onder:
    """Texts and links that stand under a heading."""

    kop: str
    delen: tuple[str | Link, ...]


@dataclass(frozen=True)
class Cel:
    """A cell of a table, by the first cells of its row and the heading of its column."""

    rij: tuple[str, ...]
    kolom: str
    waarde: str


@dataclass(frozen=True)
class Volgorde:
    """The first cells of the rows of one table, from top to bottom."""

    rijen: tuple[str, ...]


@dataclass(frozen=True)
class Afwezig:
    """A text that may stand nowhere on the page."""

    tekst: str


type_verwacht = Samen | Zin | Onder | Cel | Volgorde | Afwezig


def samen(*delen: str | Link) -> Samen:
    """What stands together in one block."""
    return Samen(delen)


def zin(*delen: str) -> Zin:
    """What stands together in one sentence."""
    return Zin(delen)


def onder(kop: str, *delen: str | Link) -> Onder:
    """What stands under a heading."""
    return Onder(kop, delen)


def cel(rij: str | tuple[str, ...], kolom: str, waarde: str) -> Cel:
    """What stands in a cell of a table."""
    return Cel((rij,) if isinstance(rij, str) else rij, kolom, waarde)


def flatten(text: str) -> str:
    """A text as it is read: one space between words, no invisible marks."""
    return " ".join(text.replace("\xa0", " ").replace("\xad", "").replace("¶", "").split())


def holds(text: str, part: str) -> bool:
    """Whether `part` stands in `text` as whole words and whole numbers, in any case."""
    assert part.strip(), "an empty text proves nothing"
    pattern = rf"(?<!\w)(?<!\d[.,]){re.escape(flatten(part))}(?!\w)(?![.,]\d)"
    return re.search(pattern, text, re.IGNORECASE) is not None


def read_prose(root: Path, pad: str) -> str:
    """The typed introduction of a page as plain text; empty when it has none."""
    source = root / "content" / f"{pad}.md"
    if not source.is_file():
        return ""
    text = re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", source.read_text(encoding="utf-8"))
    return flatten(re.sub(r"[*_#]|^- ", "", text, flags=re.MULTILINE))


class Pagina:
    """What a page says of itself: its article, without the introduction that somebody typed."""

    def __init__(self, file: Path, prose: str = "") -> None:
        self.file = file
        tree = BeautifulSoup(file.read_text(encoding="utf-8"), "html.parser")
        article = tree.select_one("article")
        assert article is not None, f"{file} has no article"
        for element in article.select("nav, script, style, h1, a.headerlink"):
            element.decompose()
        for element in article.find_all(["p", "li", "h2"], recursive=True):
            if flatten(element.get_text()) and flatten(element.get_text()) in prose:
                element.decompose()
        self.article = article

    def resolve(self, address: str) -> Path:
        """The file that a link on this page leads to."""
        path = unquote(urlsplit(address).path)
        return (self.file.parent / path).resolve() if path else self.file

    def shows(self, expected: type_verwacht) -> bool:
        """Whether the page shows what is expected."""
        if isinstance(expected, Afwezig):
            return not holds(flatten(self.article.get_text(" ")), expected.tekst)
        if isinstance(expected, Cel):
            return self._shows_cell(expected)
        if isinstance(expected, Volgorde):
            return any(
                [flatten(row.select("th, td")[0].get_text()) for row in table.select("tbody tr")]
                == list(expected.rijen)
                for table in self.article.select("table")
            )
        if isinstance(expected, Onder):
            return any(
                holds(flatten(heading.get_text()), expected.kop)
                and self._has_all(_list_below(heading), expected.delen)
                for heading in self.article.select("h2, h3")
            )
        blocks = self.article.select(BLOKKEN)
        if isinstance(expected, Samen):
            return any(self._has_all([block], expected) for block in blocks)
        sentences = [
            sentence
            for block in blocks
            for sentence in re.split(r"(?<=[.?!]) (?=[A-Z0-9])", flatten(block.get_text()))
        ]
        return any(all(holds(item, part) for part in expected) for item in sentences)

    def _has_all(self, elements: Sequence[Tag], parts: Sequence[str | Link]) -> bool:
        """Whether the elements together hold every part; without parts there is no proof."""
        spaced = flatten(" ".join(element.get_text(" ") for element in elements))
        joined = flatten(" ".join(element.get_text() for element in elements))
        pages = {
            self.resolve(str(link["href"])).with_suffix("").as_posix()
            for element in elements
            for link in element.select("a[href]")
            if not urlsplit(str(link["href"])).scheme
        }
        return bool(parts) and all(
            any(page.endswith(f"/{part.pad}") for page in pages)
            if isinstance(part, Link)
            else holds(spaced, part) or holds(joined, part)
            for part in parts
        )

    def _shows_cell(self, cell: Cel) -> bool:
        for table in self.article.select("table"):
            heads = [flatten(head.get_text(" ")) for head in table.select("thead th")]
            for row in table.select("tbody tr"):
                values = [flatten(item.get_text(" ")) for item in row.select("th, td")]
                if not all(map(holds, values, cell.rij)):
                    continue
                columns = zip(heads, values, strict=True)
                if any(_fits(cell, head, value) for head, value in columns):
                    return True
        return False


def _fits(cell: Cel, head: str, value: str) -> bool:
    """Whether a column has the heading, perhaps with a mark behind it, and holds the value."""
    return head.startswith(cell.kolom) and holds(value, cell.waarde)


def _list_below(heading: Tag) -> list[Tag]:
    """The elements between a heading and the next one of the same rank or higher."""
    found: list[Tag] = []
    for element in heading.find_next_siblings():
        if element.name in {"h2", "h3"} and element.name <= heading.name:
            break
        found.append(element)
    return found
