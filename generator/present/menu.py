"""The menu: chapters, themes and teams; actions, indicators and situations stay out of it."""

from __future__ import annotations

from collections.abc import Collection

from generator.derive.feiten import Feiten
from generator.model.basis import Editie
from generator.model.paden import list_gegenereerd, pad_team, pad_thema
from generator.model.paginas import PAGINAS
from generator.model.programma import Programma
from generator.present.escape import encode
from generator.present.page import type_nav

HOOFDSTUKKEN: dict[Editie, tuple[tuple[str, tuple[str, ...]], ...]] = {
    Editie.INTERN: (
        ("Aan de slag", ("aan_de_slag",)),
        ("Teams", ("teams",)),
        ("Acties", ("acties",)),
        ("Thema's", ("themas",)),
        ("Nulmeting", ("nulmeting",)),
        ("Voortgang", ("voortgang",)),
        ("Programma", ("programma", "over")),
    ),
    Editie.PUBLIEK: (
        ("Ambitie en aanpak", ("programma",)),
        ("Nulmeting", ("nulmeting",)),
        ("Thema's", ("themas",)),
        ("Acties", ("acties",)),
        ("Voortgang", ("voortgang", "aan_de_slag")),
        ("Over dit programma", ("over", "teams")),
    ),
}
"""Per edition: title, and the chapters whose pages it gathers.

Source: READERS 2.
"""
BUITEN_MENU: dict[str | None, str] = {"beheer": "Beheer"}
"""Chapters that only the foot of a page leads to, by title."""


def name_hoofdstuk(editie: Editie, hoofdstuk: str | None) -> str | None:
    """What an edition calls the chapter that a page belongs to; None where it has none."""
    titles = (titel for titel, chapters in HOOFDSTUKKEN[editie] if hoofdstuk in chapters)
    return next(titles, BUITEN_MENU.get(hoofdstuk))


def make_nav(feiten: Feiten, existing: Collection[str]) -> type_nav:
    """The menu over the pages that exist; a chapter without pages is left out."""
    generated = list_gegenereerd(feiten.programma)
    nav: type_nav = [{"Home": "index.md"}]
    for titel, chapters in HOOFDSTUKKEN[feiten.editie]:
        paden = [
            pad
            for chapter in chapters
            for pad in _list_chapter(feiten.programma, chapter, generated)
        ]
        items: type_nav = [f"{pad}.md" for pad in dict.fromkeys(paden) if pad in existing]
        if items and items == [f"{pad}.md" for pad in paden[:1] if pad.endswith("/index")]:
            nav.append({encode(titel): f"{paden[0]}.md"})
        elif items:
            nav.append({encode(titel): items})
    return nav


def _list_chapter(programma: Programma, chapter: str, generated: Collection[str]) -> list[str]:
    """The pages of a chapter: those made from data/ first, then themes or teams, then prose."""
    own = [pagina.pad for pagina in PAGINAS if pagina.hoofdstuk == chapter]
    records = {
        "themas": [pad_thema(thema.id) for thema in programma.themas],
        "teams": [pad_team(team.id) for team in programma.teams],
    }
    prose = [
        (item.volgorde, item.pad)
        for item in programma.proza
        if item.hoofdstuk == chapter and item.pad not in generated
    ]
    return [*own, *records.get(chapter, ()), *(pad for _, pad in sorted(prose))]


def list_files(nav: type_nav) -> set[str]:
    """Every file that the menu names."""
    files: set[str] = set()
    for entry in nav:
        for value in entry.values() if isinstance(entry, dict) else [entry]:
            files |= {value} if isinstance(value, str) else list_files(value)
    return files
