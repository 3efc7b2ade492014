"""What present makes: pages of Markdown, files beside them, and the menu."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

Synoniem = tuple[str, str]
"""Another word for a word of the glossary, and that word as pages write it."""
type_nav = list[str | dict[str, "str | type_nav"]]


@dataclass(frozen=True, slots=True)
class Page:
    """One page: its path on the site without ending, and its Markdown."""

    pad: str
    markdown: str

    @property
    def bestand(self) -> str:
        """The Markdown file that MkDocs reads."""
        return f"{self.pad}.md"


@dataclass(frozen=True, slots=True)
class Asset:
    """A file that is published as it is: text, bytes, or a file to copy."""

    bestand: str
    inhoud: str | bytes | Path


@dataclass(frozen=True, slots=True)
class Site:
    """One edition, ready to be written.

    Attributes:
        nav: the menu in MkDocs's own form; titles are encoded.
        buiten_menu: files of pages that are not in the menu.
        instellingen: what the theme needs to know, by name; texts are encoded.
        los: files in folders that MkDocs skips, because their names begin with a dot.
        synoniemen: by what other words search finds the words of the glossary.
    """

    pages: tuple[Page, ...]
    assets: tuple[Asset, ...]
    nav: type_nav
    buiten_menu: tuple[str, ...]
    instellingen: Mapping[str, str]
    los: tuple[Asset, ...] = ()
    synoniemen: tuple[Synoniem, ...] = ()


@dataclass(frozen=True, slots=True)
class DraftPage:
    """A page that is written when it is asked for; `titel` is what the menu calls it, encoded."""

    pad: str
    titel: str
    write: Callable[[], Page]


@dataclass(frozen=True, slots=True)
class Draft:
    """One edition of which no page is written yet: a preview shows only a few of them.

    Attributes:
        frame: the edition without pages and assets.
        pages: its pages, in the order in which they are written.
        list_assets: the files that belong to the edition and to the pages written so far.
        list_agendas: the calendars, which take as long as many pages and which no page shows.
    """

    frame: Site
    pages: tuple[DraftPage, ...]
    list_assets: Callable[[], tuple[Asset, ...]]
    list_agendas: Callable[[], tuple[Asset, ...]]

    def complete(self) -> Site:
        """The edition with all its pages."""
        pages = tuple(page.write() for page in self.pages)
        assets = (*self.list_assets(), *self.list_agendas())
        return replace(self.frame, pages=pages, assets=assets)
