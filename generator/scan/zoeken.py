"""Searching: which needles are in what was read, and which of those no chance explains."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final

from generator.scan.bekend import Bekend
from generator.scan.geheimen import Waarde
from generator.scan.lezen import Lezing
from generator.scan.naalden import Naald

SAMEN: Final = 3
"""So many rounded numbers of one field in one file are no chance, when they are half of them."""
RONDOM: Final = 500
"""Characters around a number in which the web address begins that it may be a part of."""
type_vondsten = Mapping[Naald, tuple[str, ...]]
"""Per needle the outputs that it is in, in order, each once."""

_WEBADRES = re.compile(r"\bhttps?://\S+")


def find_naalden(lezingen: Sequence[Lezing], naalden: Iterable[Naald]) -> type_vondsten:
    """Where each needle is found, by its words and by what it asks besides."""
    present = frozenset[bytes]().union(*(lezing.known for lezing in lezingen))
    possible = [naald for naald in naalden if present.issuperset(naald.words)]
    wanted = frozenset(word for naald in possible for word in naald.words)
    spread = Counter(word for lezing in lezingen for word in wanted & lezing.known)
    by_anchor: dict[bytes, list[tuple[Naald, int]]] = defaultdict(list)
    for naald in possible:
        anchor = min(naald.words, key=lambda word: spread[word])
        by_anchor[anchor].append((naald, naald.words.index(anchor)))
    sought = frozenset(by_anchor)
    found: dict[Naald, dict[str, None]] = {}
    for lezing in lezingen:
        anchors = sought & lezing.known
        for naald in _find_in(lezing, by_anchor, anchors) if anchors else ():
            found.setdefault(naald, {})[lezing.naam] = None
    return {naald: tuple(names) for naald, names in found.items()}


def _find_in(
    lezing: Lezing, by_anchor: Mapping[bytes, list[tuple[Naald, int]]], anchors: frozenset[bytes]
) -> Iterator[Naald]:
    """The needles in one text, each once."""
    met: set[Naald] = set()
    places = [place for place, word in enumerate(lezing.words) if word in anchors]
    for place in places:
        for naald, offset in by_anchor[lezing.words[place]]:
            start = place - offset
            row = lezing.words[start : start + len(naald.words)] if start >= 0 else []
            if naald not in met and tuple(row) == naald.words:
                met.add(naald)
                if not naald.toets or _passes(re.compile(naald.toets), lezing.tekst):
                    yield naald


def _passes(toets: re.Pattern[str], text: str) -> bool:
    """Whether a text holds what a needle asks for, outside web addresses: digits abound there."""
    return any(
        toets.search(_WEBADRES.sub(" ", text[max(0, start - RONDOM) : start + RONDOM]))
        for start in map(re.Match[str].start, toets.finditer(text))
    )


def judge(vondsten: type_vondsten, alle: Iterable[Naald], bekend: Bekend) -> type_vondsten:
    """The finds that no public text, no release and no chance explains."""
    rond = {naald: names for naald, names in vondsten.items() if naald.is_rond}
    certain = {naald: names for naald, names in vondsten.items() if not naald.is_rond}
    # What others explain is looked up last: it may mean reading what the libraries can write.
    return {
        naald: names
        for naald, names in {**certain, **_judge_rond(rond, alle)}.items()
        if not _is_explained(naald, bekend)
    }


def _is_explained(naald: Naald, bekend: Bekend) -> bool:
    if naald.vormen:
        return any(map(bekend.is_public, naald.vormen))
    return bekend.explains(naald.words)


def _judge_rond(vondsten: type_vondsten, alle: Iterable[Naald]) -> type_vondsten:
    """Rounded numbers that stand on the page of their own record, or in a file with many others."""
    if not vondsten:
        return {}
    size: dict[tuple[str, str], set[Waarde]] = defaultdict(set)
    for naald in alle:
        if naald.is_rond:
            size[_name_veld(naald)].add(naald.geheim)
    together: dict[tuple[str, tuple[str, str]], set[Waarde]] = defaultdict(set)
    for naald, names in vondsten.items():
        for name in names:
            together[name, _name_veld(naald)].add(naald.geheim)
    certain: dict[Naald, tuple[str, ...]] = {}
    for naald, names in vondsten.items():
        veld = _name_veld(naald)
        shown = tuple(
            name
            for name in names
            if _is_own_page(name, naald.geheim.id)
            or len(together[name, veld]) >= max(SAMEN, len(size[veld]) / 2)
        )
        if shown:
            certain[naald] = shown
    return certain


def _name_veld(naald: Naald) -> tuple[str, str]:
    return naald.geheim.soort, naald.geheim.veld


def _is_own_page(name: str, identifier: str) -> bool:
    """Whether a file carries the id of a record in its name."""
    return identifier.lower() in re.split(r"[/.]", name.lower())
