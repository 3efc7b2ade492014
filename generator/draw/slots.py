"""Finds the empty picture slots of a page, and fills them."""

from __future__ import annotations

import html
import re
from collections import Counter
from collections.abc import Callable
from typing import Final

_FIGUUR: Final = re.compile(
    r'(<figure\b[^>]*\sdata-figuur="([^"]*)"[^>]*>'
    r'(?:(?!</?figure\b|<div class="figuur-beeld\b).)*'
    r'<div class="figuur-beeld\b[^>]*>)\s*(</div>)',
    re.DOTALL,
)
"""A figure up to and with its slot, and the end of the slot: there is nothing in between."""
_ID: Final = re.compile(r'(?<=\sid=")(?=_)|(?<=="url\(#)(?=_)')
"""Where an id of a picture begins; no text of a picture holds quotes of its own."""


def fill_slots(page: str, draw: Callable[[str], str | None]) -> str:
    """The page with a picture in each empty slot for which `draw` has one, by name of the figure.

    A figure that stands on the page twice has other ids the second time.
    """
    seen: Counter[str] = Counter()

    def fill(found: re.Match[str]) -> str:
        naam = html.unescape(found.group(2))
        picture = draw(naam)
        if picture is None:
            return found.group()
        number = seen[naam]
        seen[naam] += 1
        own = _ID.sub("_" * number, picture) if number else picture
        return f"{found.group(1)}\n{own}\n{found.group(3)}"

    return _FIGUUR.sub(fill, page)
