"""Whether what is left after hiding still reads: links that lead somewhere, sentences that end."""

from __future__ import annotations

import html
import posixpath
import re
from collections.abc import Iterator, Mapping
from typing import Final
from urllib.parse import unquote

from markdown.extensions.toc import slugify, unique

_DOEL = re.compile(r"""\s(?:href|src)="([^"]*)"|\]\(([^)\s]+)""")
_ID = re.compile(r'\sid="([^"]+)"')
_KOP = re.compile(r"^(#{1,6}) (.*)$", re.MULTILINE)
_TAG = re.compile(r"</?([a-z][a-z0-9]*)\b[^>]*>")
_SCHEMA = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:")
_VOORWERK = re.compile(r"\A---\n.*?\n---\n", re.DOTALL)
_LOPEND: Final = frozenset(
    {"a", "abbr", "b", "code", "em", "i", "q", "small", "span", "strong", "sub", "sup", "wbr"}
)
"""Tags within a line of text."""
_LEEG = re.compile(
    r"<(caption|dd|dl|dt|figcaption|h[1-6]|li|ol|p|section|select|strong|summary|tbody|td|th|ul)"
    r"\b(?![^>]*(?:data-leeg|role=))[^>]*>\s*</\1>"
)
_LABEL = re.compile(r":\s*</p>(?!\s*<(?:ul|ol|dl|div|table|blockquote|pre|details)\b)")
_HALF = re.compile(
    r"(?:^|\s)(?:de|en|of)\s*(?:[.;)]|$)"  # a word that announces another
    r"|\(\s*\)|\s[,;](?:\s|$)|[,;]\s*[,;]|[,;]\s*$|:\s*[.,;]|\s\.\s*$"  # signs around nothing
)


def _read_pages(files: Mapping[str, str]) -> dict[str, str]:
    """The pages among the files, by the address that they get."""
    return {
        f"{name[: -len('.md')]}.html": _VOORWERK.sub("", text)
        for name, text in files.items()
        if name.endswith(".md")
    }


def _list_ids(text: str) -> set[str]:
    """What a link can point at within a page: ids of blocks, and those that headings get."""
    slugs: set[str] = set()
    for found in _KOP.finditer(text):
        plain = html.unescape(_TAG.sub("", found.group(2)))
        slugs.add(unique(slugify(plain, "-"), slugs))
    return slugs | {html.unescape(found) for found in _ID.findall(text)}


def find_dead_links(files: Mapping[str, str]) -> Iterator[str]:
    """Links of pages, as they are before MkDocs, that lead to no page, no file or no place."""
    pages = _read_pages(files)
    ids = {name: _list_ids(text) for name, text in pages.items()}
    for name, text in pages.items():
        for target in {html.unescape(first or second) for first, second in _DOEL.findall(text)}:
            if not _SCHEMA.match(target) and not _leads_somewhere(target, name, ids, files):
                yield f"{name}: {target}"


def _leads_somewhere(
    target: str, here: str, ids: Mapping[str, set[str]], files: Mapping[str, str]
) -> bool:
    path, _, place = target.partition("#")
    path = unquote(path.partition("?")[0])
    to = posixpath.normpath(posixpath.join(posixpath.dirname(here), path)) if path else here
    if to.endswith(".md"):
        to = f"{to[: -len('.md')]}.html"
    if to not in ids:
        return to in files
    return not place or unquote(place) in ids[to]


def find_half_sentences(files: Mapping[str, str]) -> Iterator[str]:
    """Blocks without content, labels without what they announce, sentences that break off.

    Pages under `beheer` are about the program itself: nothing that is hidden stands in them.
    """
    for name, text in _read_pages(files).items():
        if name.startswith("beheer/"):
            continue
        yield from (f"{name}: {found.group()!r} is empty" for found in _LEEG.finditer(text))
        yield from (
            f"{name}: nothing behind {text[max(0, found.start() - 60) : found.end()]!r}"
            for found in _LABEL.finditer(text)
        )
        yield from (f"{name}: nothing under {kop!r}" for kop in _find_bare_headings(text))
        yield from (
            f"{name}: {line!r} breaks off" for line in _list_lines(text) if _HALF.search(line)
        )


def _find_bare_headings(text: str) -> Iterator[str]:
    """Headings with nothing before the next of the same or a higher level."""
    koppen = list(_KOP.finditer(text))
    for number, kop in enumerate(koppen):
        volgende = koppen[number + 1] if number + 1 < len(koppen) else None
        inhoud = text[kop.end() : volgende.start() if volgende else len(text)].strip()
        if not inhoud and (volgende is None or len(volgende.group(1)) <= len(kop.group(1))):
            yield kop.group()


def _list_lines(text: str) -> Iterator[str]:
    """What a reader sees, a block a line."""
    text = re.sub(r"(?<=[^>\n])\n(?=[^<\n])", " ", text)  # Markdown goes on over lines
    marked = _TAG.sub(lambda tag: "" if tag.group(1) in _LOPEND else "\n", text)
    for line in marked.splitlines():
        if plain := html.unescape(line).strip():
            yield plain
