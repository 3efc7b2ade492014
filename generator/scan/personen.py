"""Personal data and places on somebody's computer, in what was read of the site."""

from __future__ import annotations

import re
import tempfile
from collections.abc import Callable, Iterator, Sequence
from html import unescape
from pathlib import Path
from typing import Final

from generator.model.persoonsgegevens import (
    Persoonsgegeven,
    find_mailadressen,
    find_namen,
    find_telefoonnummers,
)
from generator.scan.decoding import decode
from generator.scan.lezen import Lezing

MINSTE_DELEN: Final = 2
"""Folders that a path has at least, before it says something about one computer."""

_AANHEF: Final = frozenset(b"dhr mevr mw drs mevrouw meneer heer ir mr ing dr prof".split())
_PAD = re.compile(
    r"file:/{2,}[^\s\"'<>]+"
    r"|(?<![A-Za-z])[A-Za-z]:[\\/]+(?:Users|Documents and Settings|Gebruikers)[\\/]*[^\s\"'<>]*"
    r"|(?<![\w.:/~-])/(?:home|Users)/[\w.-]+[^\s\"'<>]*"
    r"|(?<![\w.:/~-])/(?:root|tmp|var/folders|private/var|mnt/[a-z])/[^\s\"'<>]+"
)
_BEGIN: Final = (
    *("file:/", "Users", "Documents and Settings", "Gebruikers"),
    *("/home/", "/root/", "/tmp/", "/var/folders/", "/private/var/", "/mnt/"),  # noqa: S108
)
"""One of these stands in every path that `_PAD` knows; Python finds them quickly."""
_BACKSLASHES: Final = ("\\\\", "&#92;", "&#x5c;", "&#x5C;", "&bsol;")
_NETWERKPAD = re.compile(r"(?<![\w\\:])\\{2,}[A-Za-z][\w.-]{2,}\\+[\w$][\w$ .-]+")
_CODE: Final = (".js", ".css", ".map")


def find_personen(
    lezing: Lezing, is_gewoon_woord: Callable[[str], bool]
) -> Iterator[Persoonsgegeven]:
    """The personal data in one text; each search only where some word asks for it."""
    if not lezing.is_los:
        return
    yield from find_mailadressen(lezing.tekst)
    yield from find_telefoonnummers(lezing.tekst)
    has_aanhef = not _AANHEF.isdisjoint(lezing.known)
    yield from find_namen(lezing.tekst, is_gewoon_woord, has_aanhef=has_aanhef)


def list_plaatsen(root: Path) -> tuple[str, ...]:
    """Folders of this computer that no page may name, as `decode` leaves them."""
    places = {root, root.resolve(), Path.home(), Path(tempfile.gettempdir())}
    telling = (path for path in places if len(path.parts) > MINSTE_DELEN)
    names = {form for path in telling for form in (str(path), path.as_posix())}
    return tuple(sorted(map(decode, names), key=lambda name: (-len(name), name)))


def find_paden(lezing: Lezing, plaatsen: Sequence[str]) -> Iterator[str]:
    """The paths in one text that lead to a place on one computer or network."""
    text = lezing.tekst
    for place in plaatsen:
        if place in text and re.search(rf"(?<![\w.]){re.escape(place)}(?![\w-])", text):
            yield place
            text = text.replace(place, " ")
    if any(begin in text for begin in _BEGIN):
        yield from (found[0] for found in _PAD.finditer(text))
    # Decoding takes backslashes for escapes, so these are looked for before it.
    raw = lezing.ruw
    if not lezing.naam.endswith(_CODE) and any(sign in raw for sign in _BACKSLASHES):
        yield from (found[0] for found in _NETWERKPAD.finditer(unescape(raw)))
