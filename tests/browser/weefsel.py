"""What the files of a built site point at: every link, place on a page, picture and style."""

from __future__ import annotations

import html
import posixpath
import re
from collections.abc import Iterator, Mapping
from html.parser import HTMLParser
from pathlib import Path
from typing import Final
from urllib.parse import unquote

ADRESSEN: Final = frozenset({"href", "src", "poster", "action", "data-script", "data", "cite"})
_SCHEMA = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:|//")
_URL = re.compile(r"""url\(\s*["']?([^"')]+)["']?\s*\)""")
_NAAR_BUITEN: Final = frozenset({"canonical"})


class _Lezer(HTMLParser):
    """Notes the ids of a page and what it points at."""

    def __init__(self) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.doelen: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note one element."""
        if tag == "link" and dict(attrs).get("rel") in _NAAR_BUITEN:
            return
        for name, value in attrs:
            if value is None:
                continue
            if name == "id" or (tag == "a" and name == "name"):
                self.ids.append(value)
            elif name in ADRESSEN:
                self.doelen.add(value.strip())
            elif name == "srcset":
                self.doelen |= {part.split()[0] for part in value.split(",") if part.strip()}


def read_html(text: str) -> tuple[list[str], set[str]]:
    """The ids of a page, in order, and all that it points at."""
    reader = _Lezer()
    reader.feed(text)
    reader.close()
    return reader.ids, reader.doelen


def find_dead_links(site: Path) -> list[str]:
    """Whatever a file of the site points at that is not there: a page, a place, a file."""
    pages = {
        path.relative_to(site).as_posix(): read_html(path.read_text(encoding="utf-8"))
        for path in site.rglob("*.html")
    }
    ids = {name: set(found) for name, (found, _) in pages.items()}
    dead = [
        f"{name}: {target}"
        for name, (_, targets) in pages.items()
        for target in sorted(targets)
        if not _leads_somewhere(target, name, ids, site)
    ]
    return dead + list(_find_dead_styles(site))


def find_duplicate_ids(text: str) -> list[str]:
    """The ids that the source of a page gives more than once."""
    ids, _ = read_html(text)
    return sorted({found for found in ids if ids.count(found) > 1})


def _leads_somewhere(target: str, here: str, ids: Mapping[str, set[str]], site: Path) -> bool:
    if _SCHEMA.match(target):
        return True
    path, _, place = target.partition("#")
    path = unquote(path.partition("?")[0])
    if path.startswith("/"):  # only the page for a wrong address does not know where it stands
        to = path.removeprefix("/")
    else:
        to = posixpath.normpath(posixpath.join(posixpath.dirname(here), path)) if path else here
    if to in {"", "."} or to.endswith("/"):
        to = posixpath.join(to, "index.html").removeprefix("./")
    if to not in ids:
        return (site / to).is_file() and not to.startswith("../")
    return not place or unquote(html.unescape(place)) in ids[to]


def _find_dead_styles(site: Path) -> Iterator[str]:
    for sheet in sorted(site.rglob("*.css")):
        for target in _URL.findall(sheet.read_text(encoding="utf-8")):
            if not _SCHEMA.match(target) and not target.startswith("#"):
                file = (
                    sheet.parent / unquote(target.partition("#")[0].partition("?")[0])
                ).resolve()
                if not file.is_file() or not file.is_relative_to(site.resolve()):
                    yield f"{sheet.relative_to(site).as_posix()}: {target}"
