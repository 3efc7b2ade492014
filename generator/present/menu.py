"""The menu: chapters, themes and teams; actions and indicators stay out of it."""

from __future__ import annotations

from collections.abc import Sequence

from generator.derive.feiten import Feiten
from generator.model.basis import Editie
from generator.model.paden import list_gegenereerd, pad_team, pad_thema
from generator.present.escape import encode
from generator.present.page import Page, type_nav

HOOFDSTUKKEN: dict[Editie, tuple[tuple[str, str, tuple[str, ...]], ...]] = {
    Editie.INTERN: (
        ("Teams", "teams/index", ("teams",)),
        ("Acties", "acties/index", ("acties",)),
        ("Thema's", "themas/index", ("themas",)),
        ("Voortgang", "indicatoren/index", ("voortgang",)),
        ("Programma", "", ("programma", "over")),
    ),
    Editie.PUBLIEK: (
        ("Ambitie en aanpak", "", ("programma",)),
        ("Thema's", "themas/index", ("themas",)),
        ("Acties", "acties/index", ("acties",)),
        ("Voortgang", "indicatoren/index", ("voortgang",)),
        ("Over dit programma", "", ("over", "teams")),
    ),
}
"""Per edition: title, its first page, and the chapters of prose that it gathers."""

VASTE_PAGINAS = {"over": ("over/bronnen", "over/begrippen"), "teams": ("teams/index",)}
"""Generated pages that belong to a chapter without being its first page."""


def name_hoofdstuk(editie: Editie, hoofdstuk: str | None) -> str | None:
    """What the menu of an edition calls the chapter that a page belongs to; None outside it."""
    titles = (titel for titel, _, chapters in HOOFDSTUKKEN[editie] if hoofdstuk in chapters)
    return next(titles, None)


def make_nav(feiten: Feiten, pages: Sequence[Page]) -> type_nav:
    """The menu over the pages that exist; a chapter without pages is left out."""
    existing = {page.pad for page in pages}
    nav: type_nav = [{"Home": "index.md"}]
    for titel, first, chapters in HOOFDSTUKKEN[feiten.editie]:
        paden = [first] if first else []
        for chapter in chapters:
            paden += VASTE_PAGINAS.get(chapter, ()) if first != f"{chapter}/index" else ()
            paden += _list_prose(feiten, chapter)
        if first == "themas/index":
            paden += [pad_thema(thema.id) for thema in feiten.programma.themas]
        if first == "teams/index":
            paden += [pad_team(team.id) for team in feiten.programma.teams]
        items: type_nav = [f"{pad}.md" for pad in dict.fromkeys(paden) if pad in existing]
        if len(items) == 1 and first in existing:
            nav.append({encode(titel): f"{first}.md"})
        elif items:
            nav.append({encode(titel): items})
    return nav


def _list_prose(feiten: Feiten, chapter: str) -> list[str]:
    """The pages of prose in a chapter; an introduction stands where its page stands."""
    generated = list_gegenereerd(feiten.programma)
    chosen = [
        item
        for item in feiten.programma.proza
        if item.hoofdstuk == chapter and item.pad not in generated
    ]
    return [item.pad for item in sorted(chosen, key=lambda item: (item.volgorde, item.pad))]


def list_files(nav: type_nav) -> set[str]:
    """Every file that the menu names."""
    files: set[str] = set()
    for entry in nav:
        for value in entry.values() if isinstance(entry, dict) else [entry]:
            files |= {value} if isinstance(value, str) else list_files(value)
    return files
