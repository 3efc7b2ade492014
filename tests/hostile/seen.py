"""What a browser would see in the files of a site: elements, words, addresses, labels and cells."""

from __future__ import annotations

import csv
import html
import io
import json
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from html.parser import HTMLParser
from urllib.parse import parse_qsl, urlsplit

from icalendar import Calendar

from tests.hostile.filling import MARK

_PLACES = re.compile(r"%\{(?!(?:x|y|text|customdata|label|(?:source|target)\.label)\})")
"""What Plotly would fill in, apart from what our own labels ask for."""
_LABELTAGS = re.compile(r"<br>|</?b>|<extra>|</extra>")
"""The little HTML that our own labels hold."""


@dataclass
class Seen:
    """The shape of a file apart from the texts that were put in, and those texts.

    Attributes:
        shape: how often each element, property or address stands there.
        words: where a text stands that ends in a number, and that text.
    """

    shape: Counter[tuple[str, ...]] = field(default_factory=Counter)
    words: list[tuple[str, str]] = field(default_factory=list)

    def add(self, place: str, text: str) -> None:
        """Note a text that holds a number."""
        if MARK.search(text):
            self.words.append((place, text))

    @property
    def marks(self) -> Counter[tuple[str, str]]:
        """How often each number stands where."""
        return Counter((place, found) for place, text in self.words for found in MARK.findall(text))


class _Reader(HTMLParser):
    """Reads a page as a browser does; comments and declarations count as elements."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.seen = Seen()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """An element, with the names of its attributes, its classes and where it leads."""
        self.seen.shape[(tag, *sorted(name for name, _ in attrs))] += 1
        for name, value in attrs:
            text = value or ""
            if name in {"href", "src"} and not text.startswith("#"):
                self._note_address(text)
            elif name in {"class", "style"} or (name == "id" and text.startswith("__")):
                self.seen.shape[name, text] += 1
            else:
                self.seen.add(name, text)

    def _note_address(self, address: str) -> None:
        """A mail by what it fills in; any other address as it is, without the place on the page."""
        parts = urlsplit(address)
        if parts.scheme != "mailto":
            # The zip of a site is named after it.
            plain = re.sub(r"(?<=offline/)[a-z0-9-]+(?=\.zip$)", "naam", address.partition("#")[0])
            self.seen.shape["address", plain] += 1
            return
        filled = parse_qsl(parts.query, keep_blank_values=True)
        self.seen.shape["mail", parts.path, *(name for name, _ in filled)] += 1
        for _, text in filled:
            self.seen.add("mail", text)

    def handle_data(self, data: str) -> None:
        """Words."""
        self.seen.add("", data)

    def handle_comment(self, data: str) -> None:
        """No page of ours has one."""
        self.seen.shape["comment", data] += 1

    def handle_decl(self, decl: str) -> None:
        """Only the one that says that this is HTML."""
        self.seen.shape["declaration", decl] += 1

    def handle_pi(self, data: str) -> None:
        """No page of ours has one."""
        self.seen.shape["instruction", data] += 1


def read_page(text: str) -> Seen:
    """A page."""
    reader = _Reader()
    reader.feed(text)
    reader.close()
    return reader.seen


def read_csv(text: str) -> Seen:
    """A table to download; a cell that a spreadsheet would compute counts as an element."""
    seen = Seen()
    for row in csv.reader(io.StringIO(text.removeprefix("\ufeff")), delimiter=";", strict=True):
        seen.shape["row", str(len(row))] += 1
        for cell in row:
            seen.add("cell", cell)
            if re.match(r"[=@+\t\r]|-(?![0-9,]*$)", cell):
                seen.shape["formula", cell] += 1
    return seen


def read_figure(text: str) -> Seen:
    """The data of a chart, in which Plotly reads a little HTML."""
    seen = Seen()
    begin, end = text.index(",") + 1, text.rindex(")")
    for path, value in _iter_values(json.loads(text[begin:end])):
        if not isinstance(value, str):
            seen.shape["value", path] += 1
            continue
        seen.add("label", html.unescape(_LABELTAGS.sub(" ", value)))
        bare = _LABELTAGS.sub("", value)
        if "<" in bare or _PLACES.search(bare):
            seen.shape["markup", bare] += 1
    return seen


def _iter_values(part: object, path: str = "") -> Iterator[tuple[str, object]]:
    if isinstance(part, dict):
        for name, item in part.items():
            yield from _iter_values(item, f"{path}.{name}")
    elif isinstance(part, list):
        for item in part:
            yield from _iter_values(item, path)
    else:
        yield path, part


def read_calendar(text: str) -> Seen:
    """A calendar: what each of its parts says."""
    seen = Seen()
    for component in Calendar.from_ical(text).walk():
        seen.shape[str(component.name), *sorted(component)] += 1
        for name, value in component.items():
            # The library leaves a property that it does not know as it was written.
            seen.add(name, re.sub(r"\\(.)", r"\1", value) if name.startswith("X-") else str(value))
    return seen


def read_index(text: str) -> Seen:
    """The search index: what search shows of each entry, as HTML, and the synonyms as they are."""
    seen = Seen()
    index = json.loads(text)
    for pair in index["synoniemen"]:
        seen.shape["synoniem", str(len(pair))] += 1
        for words in pair:
            seen.add("synoniem", words)
    for entry in index["docs"]:
        for name in ("title", "text", "trefwoorden", "omschrijving"):
            words = str(entry.get(name, ""))
            seen.add(name, html.unescape(words))
            seen.shape["entry", name, *re.findall(r"<[^>]*", words)] += 1
    return seen


READERS = {
    ".html": read_page,
    ".csv": read_csv,
    ".js": read_figure,
    ".ics": read_calendar,
    ".json": read_index,
}
"""How each kind of file is read."""


def find_unlike(place: str, text: str, given: Mapping[int, str]) -> list[str]:
    """What stands before a number and is not what was put in there.

    Of a text of more lines the last may stand alone, words inside a sentence may have lost their
    capitals, and a label is cut in lines: the site shows them so.
    """
    fold = _fold_label if place == "label" else _fold
    shown = fold(text)
    wrong = []
    for found in MARK.finditer(shown):
        until, whole = shown[: found.end()], given[int(found.group(1))]
        last = fold(whole.rpartition("\n")[2])
        if not until.endswith(fold(whole)) and until.removeprefix("- ") != last:
            wrong.append(f"{until[-80:]!r}, not {whole[-80:]!r}")
    return wrong


def _fold(text: str) -> str:
    return " ".join(text.lower().split())


def _fold_label(text: str) -> str:
    return "".join(text.lower().split())


def find_harm(seen: Seen) -> list[str]:
    """What no page of prose may have, whatever was written."""
    return [
        str(key)
        for key in seen.shape
        if key[0]
        in {"script", "iframe", "object", "embed", "form", "base", "meta", "link", "style"}
        or any(name.startswith("on") or name in {"style", "srcdoc"} for name in key[1:])
        or (key[0] == "address" and not is_safe(key[1]))
        or (key[0] == "id")
        or (key[0] == "pre" and len(key) > 1)
    ]


def is_safe(address: str) -> bool:
    """Whether an address, as a browser reads it, leads to a page or a mail."""
    plain = re.sub(r"[\t\n\r]|^[\x00-\x20]+", "", address).replace("\\", "/")
    scheme = re.match(r"([A-Za-z][A-Za-z0-9+.-]*):|//", plain)
    return scheme is None or scheme.group(1) in {"https", "http", "mailto"}
