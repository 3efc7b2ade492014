"""The one function that links from one page to another."""

from __future__ import annotations

import posixpath
from functools import cache


@cache
def href(from_pad: str, to: str) -> str:
    """The relative address of `to` as seen from the page `from_pad`.

    `to` is a page path without ending, a file name with one (`csv/x.csv`), or either with a
    fragment (`over/begrippen#begrip-mki`) or what a list is filtered by
    (`acties/index?fase=leren`).
    """
    address, _, fragment = to.partition("#")
    target, ask, query = address.partition("?")
    if target and not posixpath.splitext(target)[1]:
        target += ".html"
    start = posixpath.dirname(from_pad) or "."
    relative = f"{posixpath.relpath(target, start) if target else ''}{ask}{query}"
    return f"{relative}#{fragment}" if fragment else relative
