"""Spaces, tabs and blank lines of a YAML text, outside its values."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Final

from generator.edit.volgorde import order_fields
from generator.edit.yaml_text import is_same, read_or_none
from generator.edit.yaml_tree import LANGE_TEKST, Node, build_tree
from generator.model.basis import Model

ONZICHTBAAR: Final = (
    "\u00a0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"
)
"""Spaces that look like an ordinary one; Word and web pages make them."""
_INSPRINGING = re.compile(rf"^[ \t{ONZICHTBAAR}]+", re.MULTILINE)
_NA_SLEUTEL = re.compile(rf"^( *(?:- +)*[A-Za-z_]\w*:)[ {ONZICHTBAAR}]+", re.MULTILINE)
_VREEMD = re.compile(rf"[\t{ONZICHTBAAR}]")
_TABS: Final = (2, 4, 8)
"""How many spaces an editor shows for a tab."""


def tidy_yaml(text: str, cls: type[Model] | None, lijst: str = "") -> tuple[str, list[str]]:
    """The text in the form that all have, and in words what changed.

    A step that would change what the text says is left out.

    Args:
        text: a YAML text that can be read.
        cls: the class of its records; None when it is not known.
        lijst: the one key of the text, when it is a list of records.
    """
    steps: list[tuple[str, Callable[[str], str]]] = [
        ("spaties", _replace_foreign),
        ("spaties", _strip_lines),
    ]
    if cls:
        steps.append(("volgorde van velden", lambda step: order_fields(step, cls, lijst)))
    said = read_or_none(text)
    done: list[str] = []
    for what, step in steps:
        edited = step(text)
        if edited != text and is_same(read_or_none(edited), said):
            text = edited
            done += [what] if what not in done else []
    return text, done


def is_misread(read: object) -> bool:
    """Whether a text could not be read, or took spaces that look ordinary for part of a name."""
    return read is None or any(_VREEMD.match(key) for key in _iter_keys(read))


def _iter_keys(read: object) -> Iterator[str]:
    if isinstance(read, dict):
        yield from read
    for value in (
        read.values() if isinstance(read, dict) else read if isinstance(read, list) else ()
    ):
        yield from _iter_keys(value)


def repair_indent(text: str) -> str | None:
    """A text that cannot be read, with ordinary spaces before its lines; None when not certain.

    How wide a tab is meant, nobody wrote down: what is read must be the same for every width.
    """
    plain = _NA_SLEUTEL.sub(r"\1 ", text)
    tried = [_indent(plain, width) for width in _TABS]
    read = [read_or_none(one) for one in tried]
    good = [index for index, one in enumerate(read) if not is_misread(one)]
    if not good or any(not is_same(read[index], read[good[0]]) for index in good):
        return None
    return tried[good[0]]


def _indent(text: str, width: int) -> str:
    def widen(found: re.Match[str]) -> str:
        return _VREEMD.sub(" ", found.group().replace("\t", " " * width))

    return _INSPRINGING.sub(widen, text)


def _iter_scalars(node: Node) -> Iterator[Node]:
    """The scalars below a node, in the order of the text."""
    for part in (node.delen or {}).values():
        if part.delen is None:
            yield part
        else:
            yield from _iter_scalars(part)


def _replace_foreign(text: str) -> str:
    """The text with an ordinary space for every tab and invisible one that is in no value."""
    pieces: list[str] = []
    here = 0
    for scalar in _iter_scalars(build_tree(text)):
        pieces += [_VREEMD.sub(" ", text[here : scalar.start]), text[scalar.start : scalar.end]]
        here = scalar.end
    return "".join(pieces) + _VREEMD.sub(" ", text[here:])


def _strip_lines(text: str) -> str:
    """The text without spaces behind its lines, with one blank line at most and one LF at its end.

    The lines of a text over more lines stay: there a blank line is a paragraph.
    """
    inside = set(_list_inner_lines(text))
    lines: list[str] = []
    for number, line in enumerate(text.split("\n")):
        if number in inside:
            lines.append(line)
        elif line.strip(" ") or (lines and lines[-1]):
            lines.append(line.rstrip(" "))
    return "\n".join(lines).rstrip("\n") + "\n"


def _list_inner_lines(text: str) -> Iterator[int]:
    """The numbers, from 0, of lines that belong to a value over more lines."""
    for scalar in _iter_scalars(build_tree(text)):
        first, last = text.count("\n", 0, scalar.start), text.count("\n", 0, scalar.end)
        is_block = bool(scalar.stijl) and scalar.stijl in LANGE_TEKST
        yield from range(first + 1 if is_block else first, last + 1 if last > first else first)
