"""Fonts: read from content/media, and judged by how they begin."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from generator.findings import Code, Finding, Plek, fout
from generator.load.guard import show_size
from generator.load.media import tell_absent
from generator.load.reader import SourceTree
from generator.model.beelden import BEELDMAP
from generator.model.huisstijl import Letters, is_letterbestand
from generator.model.plekken import Vindplaats

GROOTSTE_LETTERS: Final = 150_000
"""The most bytes of a font: every reader fetches it before the first page looks right."""
KOP: Final = 48
"""Source: WOFF File Format 2.0, section 4.1: the header is 48 bytes."""
_SMAKEN: Final = frozenset({b"\x00\x01\x00\x00", b"OTTO", b"true"})
"""What the font inside is: TrueType or CFF, not a collection."""
_ANDERE: Final = {
    b"wOFF": "dit is een .woff-bestand",
    b"OTTO": "dit is een .otf-bestand",
    b"\x00\x01\x00\x00": "dit is een .ttf-bestand",
    b"true": "dit is een .ttf-bestand",
}


def read_letters(
    tree: SourceTree, inhoud: Mapping[str, object], vindplaats: Vindplaats
) -> tuple[tuple[Letters, ...], tuple[Finding, ...]]:
    """The font files that a house style names, each once, and what is wrong with them."""
    read: dict[str, Letters] = {}
    findings: list[Finding] = []
    for index, naam in _iter_named(inhoud):
        bestand = f"{BEELDMAP}/{naam}"
        if not tree.has(bestand):
            plek = vindplaats("lettertypen", index, "bestand")
            findings.append(tell_absent(tree, naam, plek))
        elif naam not in read and (content := tree.read_bytes(bestand)) is not None:
            read[naam] = Letters(naam, content)
            if problem := judge_letters(content):
                findings.append(fout(problem[0], Plek(bestand), *problem[1:]))
    return tuple(read.values()), tuple(findings)


def _iter_named(inhoud: Mapping[str, object]) -> Iterator[tuple[int, str]]:
    """The names of font files that are names; about others the record itself tells."""
    items = inhoud.get("lettertypen")
    for index, item in enumerate(items if isinstance(items, list) else ()):
        naam = item.get("bestand") if isinstance(item, dict) else None
        if isinstance(naam, str) and is_letterbestand(naam):
            yield index, naam


def judge_letters(content: bytes) -> tuple[Code, str, str] | None:
    """What is wrong with the bytes of a font, and what to do; None when a browser will take it."""
    advice = "zet het lettertype om naar .woff2, en zet het opnieuw neer"
    if len(content) > GROOTSTE_LETTERS:
        melding = f"dit lettertype is groter dan {show_size(GROOTSTE_LETTERS)}"
        kleiner = "maak een bestand met alleen de letters en tekens van het Nederlands"
        return Code.BESTAND_TE_GROOT, melding, kleiner
    if content[:4] != b"wOF2":
        told = _ANDERE.get(content[:4], "dit is geen lettertype")
        return Code.LETTERTYPE_ONLEESBAAR, f"{told}, al heet het .woff2", advice
    is_whole = len(content) > KOP and int.from_bytes(content[8:12], "big") == len(content)
    if not is_whole or content[4:8] not in _SMAKEN or content[12:14] == b"\0\0":
        return Code.LETTERTYPE_ONLEESBAAR, "dit lettertype is beschadigd of niet heel", advice
    return None
