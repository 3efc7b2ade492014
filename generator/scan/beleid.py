"""Does every file of a built site keep to the policy that it is served under?

A page is made of lines that other pages have too. A line of plain tags is read once, by a pattern
that knows what is harmless; a page with any other line goes to the judge, who reads as a browser.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final

from generator.findings import Code, Finding, Plek, fout
from generator.scan.opmaak import (
    ADRESSEN,
    NOOIT,
    VERBODEN,
    Beleid,
    Breuk,
    hash_inline,
    judge_css,
    judge_page,
    judge_svg,
)

INSTELLINGEN: Final = "server/nginx.conf"
"""Where the emitted policy stands."""

_HASH = re.compile(r"'(sha256-[A-Za-z0-9+/=]+)'")
# A local address holds no colon, no reference that could stand for one, and no two slashes first;
# behind ? or # anything goes.
_LOKAAL = r'(?!//)[^"\x00-\x20:<>&\\?#]*(?:[?#][^"<>]*)?'
_BIJZONDER = "|".join(sorted({*ADRESSEN, *NOOIT, "on[a-z]*"}))
_KENMERK = (
    rf'\s+(?:(?!(?i:{_BIJZONDER})[\s=>/])[a-zA-Z_:][-\w:.]*(?:="[^"<>]*")?'
    rf'|(?:href|src)="{_LOKAAL}")'
)
_LINK = r'\s+href="(?:https?|mailto)(?::|&#58;)[^"<>]*"'
_ELEMENT = "|".join(sorted({*VERBODEN, "script", "style", "link", "a"}))
_GEWOON: Final = (
    rf"[^<>]+|</[a-z][-a-z0-9]*\s*>|<!doctype html>"
    rf"|<(?!(?:{_ELEMENT})[\s/>])[a-z][-a-z0-9]*(?:{_KENMERK})*\s*/?>"
    rf"|<a(?:{_KENMERK}|{_LINK})*\s*>"
    rf'|<link rel="(?:stylesheet|icon)" href="{_LOKAAL}"(?: type="[a-z+/]+")?>'
    rf'|<link rel="canonical" href="https?://[^"<>]*">'
    rf'|<script src="{_LOKAAL}"></script>'
    rf'|<script id="__config" type="application/json">'
)
_SCRIPT: Final = re.compile(rb"\s*<script>((?:(?!</|<!--).)*)</script>")
_REGEL: Final = re.compile(rf"(?>{_GEWOON})*+".encode())


def find_policy_breaks(folder: Path) -> tuple[Finding, ...]:
    """What in the built site in `folder` would break its policy, or load from elsewhere.

    The same fragment on many pages is one finding, at the first page.
    """
    beleid = read_policy(folder)
    found: dict[tuple[str, str], list[tuple[str, Breuk]]] = {}
    for name, breuk in _iter_breaks(folder, beleid):
        found.setdefault((breuk.fragment, breuk.reden), []).append((name, breuk))
    return tuple(_tell(places) for places in found.values())


def read_policy(folder: Path) -> Beleid:
    """The hashes in the policy that the site was given; none where there is no policy."""
    file = folder / INSTELLINGEN
    text = file.read_text(encoding="utf-8") if file.is_file() else ""
    rules = {rule.split()[0]: rule for rule in text.split(";") if rule.strip()}
    scripts, styles = (
        frozenset(_HASH.findall(rules.get(name, ""))) for name in ("script-src", "style-src")
    )
    return Beleid(scripts, styles)


def _iter_breaks(folder: Path, beleid: Beleid) -> Iterator[tuple[str, Breuk]]:
    plain: set[bytes] = set()
    for path in sorted(folder.rglob("*")):
        soort = path.suffix.lower()
        if soort not in {".html", ".htm", ".svg", ".css"}:
            continue
        content = path.read_bytes()
        if soort in {".html", ".htm"} and is_plain(content, plain, beleid):
            continue
        text = content.decode("utf-8", "replace")
        name = path.relative_to(folder).as_posix()
        breaks: Iterable[Breuk]
        if soort == ".css":
            breaks = judge_css(text)
        elif soort == ".svg":
            breaks = judge_svg(text)
        else:
            breaks = judge_page(text, beleid)
        yield from ((name, breuk) for breuk in breaks)


def is_plain(content: bytes, known: set[bytes], beleid: Beleid) -> bool:
    """Whether every line of a page is harmless; may say no too often, and yes never wrongly.

    Args:
        content: the page.
        known: lines that are plain; what is learnt here is added.
        beleid: the inline scripts that the policy knows.
    """
    for line in set(content.split(b"\n")) - known:
        if not (_REGEL.fullmatch(line) or _is_known_script(line, beleid)):
            return False
        known.add(line)
    return True


def _is_known_script(line: bytes, beleid: Beleid) -> bool:
    found = _SCRIPT.fullmatch(line)
    return found is not None and hash_inline(found.group(1).decode()) in beleid.scripts


def _tell(places: list[tuple[str, Breuk]]) -> Finding:
    name, breuk = places[0]
    pages = len({page for page, _ in places})
    elsewhere = f", en op nog {pages - 1} pagina's" if pages > 1 else ""
    return fout(
        Code.BELEID_GESCHONDEN,
        Plek(name, breuk.regel, breuk.kolom),
        f"{breuk.reden}: {breuk.fragment}{elsewhere}",
        "meld dit aan wie het programma onderhoudt; de site is niet veranderd",
    )
