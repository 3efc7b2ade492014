"""The manual as HTML: the little Markdown that its own text uses, and nothing more.

The text is ours and the same on every site. Headings stay Markdown, so that they get an anchor and
a place in the table of contents; all else becomes lines that begin with a tag, which the build
takes as they are. Python-Markdown would need a tenth of a second for it, at every build.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import groupby
from typing import Final

from markupsafe import escape

from generator.present.escape import encode

_SPACE: Final = re.compile("( )")
_FENCE: Final = "```"
_ITEM: Final = re.compile(r"(?:- |[0-9]+\. )")
_INLINE: Final = re.compile(
    r"`(?P<code>[^`]+)`"
    r"|\*\*(?P<vet>.+?)\*\*"
    r"|\*(?P<schuin>[^*]+)\*"
    r"|\[(?P<naam>(?:`[^`]*`|[^\]`])+)\]\(#(?P<anker>[a-z0-9-]+)\)"
)
_BESTAND: Final = re.compile(r"`(data/[^`]+)`")
type_locate = Callable[[str], str]
"""From the anchor of a heading to the address of its place, as seen from this page."""


def write_blocks(text: str, locate: type_locate, *, highest: int = 2) -> str:
    """The text as lines that MkDocs takes as they are, and headings from level `highest` down."""
    lines = text.splitlines()
    up = min((_level(line) for line in _outside_fences(lines) if _level(line)), default=2)
    return "\n\n".join(_iter_blocks(lines, locate, highest - up))


def list_headings(text: str) -> Iterator[str]:
    """The headings of a text, without marks."""
    for line in _outside_fences(text.splitlines()):
        if _level(line):
            yield line.lstrip("# ").replace("`", "")


def _outside_fences(lines: Sequence[str]) -> Iterator[str]:
    is_code = False
    for line in lines:
        if line.startswith(_FENCE):
            is_code = not is_code
        elif not is_code:
            yield line


def _level(line: str) -> int:
    marks = len(line) - len(line.lstrip("#"))
    return marks if line[marks : marks + 1] == " " else 0


def _iter_blocks(lines: Sequence[str], locate: type_locate, shift: int) -> Iterator[str]:
    """Each block of the text, by what its first line begins with."""
    place, name = 0, ""
    while place < len(lines):
        line = lines[place]
        if line.startswith(_FENCE):
            end = lines.index(_FENCE, place + 1)
            yield _write_code(lines[place + 1 : end], name)
            place = end + 1
        elif not line.strip():
            place += 1
        elif level := _level(line):
            name = ""
            yield f"{'#' * (level + shift)} {encode(line[level:].replace('`', ''))}"
            place += 1
        else:
            end = next(_find_ends(lines, place + 1))
            name = next(iter(_BESTAND.findall(" ".join(lines[place:end]))), name)
            yield _write_text(lines[place:end], locate)
            place = end


def _find_ends(lines: Sequence[str], place: int) -> Iterator[int]:
    """Where the block ends that goes on at `place`."""
    for number in range(place, len(lines)):
        if not lines[number].strip() or lines[number].startswith(_FENCE):
            yield number
    yield len(lines)


def _write_text(lines: Sequence[str], locate: type_locate) -> str:
    """A table, a list or a paragraph."""
    if lines[0].startswith("|"):
        return "\n".join(_iter_table(lines, locate))
    if _ITEM.match(lines[0]):
        return "\n".join(_iter_list(lines, locate))
    return f"<p>{write_inline(' '.join(lines), locate)}</p>"


def _write_code(lines: Sequence[str], name: str) -> str:
    """Lines to type, in a box that the keyboard can scroll."""
    label = encode(f"Voorbeeld: {name}" if name else "Voorbeeld")
    spans = "\n".join(f"<span>{_keep_spaces(line)}</span>" for line in lines)
    return (
        f'<div class="tabel typ" role="region" aria-label="{label}" tabindex="0">\n'
        f"<pre>{spans}</pre>\n</div>"
    )


def _iter_table(lines: Sequence[str], locate: type_locate) -> Iterator[str]:
    head, _, *rows = ([cell.strip() for cell in line.strip("| ").split(" | ")] for line in lines)
    heads = [write_inline(cell, locate) for cell in head]
    label = encode(", ".join(head))
    yield f'<div class="tabel" role="region" aria-label="Tabel: {label}" tabindex="0">'
    yield '<table class="kaarten">'
    yield f'<caption class="visueel-verborgen">{label}</caption>'
    columns = "".join(f'<th scope="col">{cell}</th>' for cell in heads)
    yield f"<thead><tr>{columns}</tr></thead>"
    yield "<tbody>"
    for row in rows:
        first, *more = (write_inline(cell, locate) for cell in row)
        cells = "".join(
            f'<td data-kop="{kop}"><span>{cell}</span></td>'
            for kop, cell in zip(heads[1:], more, strict=True)
        )
        yield f'<tr><th scope="row">{first}</th>{cells}</tr>'
    yield from ("</tbody>", "</table>", "</div>")


def _iter_list(lines: Sequence[str], locate: type_locate) -> Iterator[str]:
    tag = "ul" if lines[0].startswith("- ") else "ol"
    yield f"<{tag}>"
    numbered: list[int] = []
    for line in lines:
        numbered.append((numbered[-1] if numbered else 0) + bool(_ITEM.match(line)))
    for _, item in groupby(zip(numbered, lines, strict=True), key=lambda pair: pair[0]):
        text = " ".join(_ITEM.sub("", line, count=1).strip() for _, line in item)
        yield f"<li>{write_inline(text, locate)}</li>"
    yield f"</{tag}>"


def write_inline(text: str, locate: type_locate) -> str:
    """A sentence with what is to be typed, what is stressed, and links within the manual."""
    made, place = "", 0
    for found in _INLINE.finditer(text):
        made += _keep_spaces(text[place : found.start()])
        if code := found["code"]:
            made += f"<code>{_keep_spaces(code)}</code>"
        elif anchor := found["anker"]:
            made += f'<a href="{escape(locate(anchor))}">{write_inline(found["naam"], locate)}</a>'
        elif bold := found["vet"]:
            made += f"<strong>{write_inline(bold, locate)}</strong>"
        else:
            made += f"<em>{write_inline(found['schuin'], locate)}</em>"
        place = found.end()
    return made + _keep_spaces(text[place:])


def _keep_spaces(text: str) -> str:
    """The text encoded, with all the spaces that it has."""
    return "".join(part if part == " " else encode(part) for part in _SPACE.split(text))
