"""Paths of pages, and the one function that links from one to another."""

from __future__ import annotations

import posixpath
from functools import cache


@cache
def href(from_pad: str, to: str) -> str:
    """The relative address of `to` as seen from the page `from_pad`.

    `to` is a page path without ending, a file name with one (`csv/x.csv`), or either with a
    fragment (`over/begrippen#mki`).
    """
    target, _, fragment = to.partition("#")
    if target and not posixpath.splitext(target)[1]:
        target += ".html"
    start = posixpath.dirname(from_pad) or "."
    relative = posixpath.relpath(target, start) if target else ""
    return f"{relative}#{fragment}" if fragment else relative


def pad_thema(identifier: str) -> str:
    """The page of a thema."""
    return f"themas/{identifier}"


def pad_team(identifier: str) -> str:
    """The page of a team."""
    return f"teams/{identifier}"


def pad_actie(identifier: str) -> str:
    """The page of an action."""
    return f"acties/{identifier.lower()}"


def pad_indicator(identifier: str) -> str:
    """The page of an indicator."""
    return f"indicatoren/{identifier}"
